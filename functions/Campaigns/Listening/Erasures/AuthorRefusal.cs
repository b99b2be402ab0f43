using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Erasures;

/// <summary>Puts authors on a campaign's refusal list, where they stay for as long as the campaign's keys mean anything.</summary>
/// <param name="storage">The account.</param>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="refusals">Reads the lists.</param>
/// <param name="supporters">Knows which keys are one supporter's.</param>
public sealed class AuthorRefusal(StorageRim storage, CampaignTable campaigns, Refusals refusals, SupporterEraser supporters)
{
    private const int MostTries = 20;

    private readonly TableClient table = storage.Table(TableNames.Erasures);

    /// <summary>
    /// Refuses the authors of a part, with all keys that they were counted under as one contributor, and gives each a token. Where another erasure gave
    /// one that is still in use, it is that one: the mentions of one person must not become those of two.
    /// </summary>
    /// <param name="part">What is to be done in a campaign.</param>
    /// <param name="cancellationToken">Cancels the work, which may be done again.</param>
    /// <returns>The part with who is to be erased.</returns>
    public async Task<ErasurePart> RefuseAsync(ErasurePart part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (await campaigns.FindAsync(part.Campaign, part.Generation, cancellationToken) is not { WrappedDataKey.Length: > 0 })
        {
            // Its retention was over meanwhile: nobody is in it any more.
            return part;
        }

        var partition = CampaignPartition.Of(part.Campaign, part.Generation);
        var groups = await supporters.TogetherAsync(part, cancellationToken);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var listed = (await refusals.ReadAsync(partition, cancellationToken)).ToDictionary(author => author.Key);
            var erased = groups.SelectMany(group => Tokens(group, listed)).ToList();
            if (await WriteAsync(partition, [.. erased.Where(author => !listed.TryGetValue(author.Key, out var known) || known != author)], cancellationToken))
            {
                await refusals.MarkAsync(partition, cancellationToken);
                return part with { Erased = erased };
            }
        }

        throw new InvalidOperationException($"The refusal list of campaign {part.Campaign} changed {MostTries} times while it was written.");
    }

    /// <summary>Takes the tokens off the list: no cell holds the keys any more, and nothing must lead from a key to a token.</summary>
    /// <param name="part">What was done.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    public async Task CloseAsync(ErasurePart part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        var partition = CampaignPartition.Of(part.Campaign, part.Generation);
        for (var attempt = 0; !await WriteAsync(partition, part.Erased, cancellationToken, isOpen: false); attempt++)
        {
            if (attempt == MostTries)
            {
                throw new InvalidOperationException($"The refusal list of campaign {part.Campaign} changed {MostTries} times while an erasure was ended.");
            }
        }

        await refusals.MarkAgainAsync(partition, cancellationToken);
    }

    private static IEnumerable<ErasedAuthor> Tokens(AuthorGroup group, Dictionary<UInt128, ErasedAuthor> listed)
    {
        var token = group.Keys.Select(key => listed.GetValueOrDefault(key).Token).FirstOrDefault(known => known != 0);
        token = token != 0 ? token : NewToken();
        return group.Keys.Select(key => listed.GetValueOrDefault(key) is { Token: var known } author && known != 0
            ? author with { IsOrganisation = author.IsOrganisation || group.IsOrganisation }
            : new ErasedAuthor(key, token, group.IsOrganisation));
    }

    private static UInt128 NewToken()
    {
        UInt128 token = 0;
        while (token == 0)
        {
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(new Span<UInt128>(ref token)));
        }

        return token;
    }

    /// <summary>Writes rows of the list, a few at a time.</summary>
    /// <returns>False where another erasure wrote one of them first: what it gave holds.</returns>
    private async Task<bool> WriteAsync(string partition, IReadOnlyList<ErasedAuthor> authors, CancellationToken cancellationToken, bool isOpen = true)
    {
        foreach (var author in authors)
        {
            var row = RefusalRows.ToRow(partition, author, isOpen);
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row.RowKey, cancellationToken: cancellationToken);
            try
            {
                if (!found.HasValue)
                {
                    // What is not there when it ends went with its campaign.
                    await (isOpen ? table.AddEntityAsync(row, cancellationToken) : Task.CompletedTask);
                }
                else if (isOpen && RefusalRows.FromRow(found.Value!) is { Token: var known } && known != 0 && known != author.Token)
                {
                    return false;
                }
                else
                {
                    await table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
                }
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
            {
                return false;
            }
        }

        return true;
    }
}
