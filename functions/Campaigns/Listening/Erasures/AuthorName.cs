using Campaigns.Channels;
using Campaigns.Http;
using Campaigns.Planning;

namespace Campaigns.Listening.Erasures;

/// <summary>Who is to be erased, as the request names them: by the id, by the handle, or by both.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Id">The account's id there, or null.</param>
/// <param name="Handle">Its handle there without <c>@</c>, or null.</param>
internal sealed record AuthorName(Channel Channel, string? Id, string? Handle)
{
    /// <summary>The ids that the channel knows the handle's account by.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>Reads it by its rules, all faults at once.</summary>
    public static AuthorName? Read(Fields fields)
    {
        var name = fields.Text("channel", required: true);
        if (!Channel.TryParse(name, out var channel) && name is not null)
        {
            fields.Faults.Add("channel", name, Channel.Rule);
        }

        var id = fields.Text("authorId", max: MentionLimits.LongestId);
        var handle = fields.Text("handle", max: MentionLimits.LongestId)?.TrimStart('@');
        if (fields.Any("authorId") is null && fields.Any("handle") is null)
        {
            fields.Faults.Add("authorId", (string?)null, "or handle is required: by one of the two the account is known");
        }
        else if (handle is not null && string.IsNullOrWhiteSpace(handle))
        {
            fields.Faults.Add("handle", "@", "must have more than the sign");
        }

        fields.Done();
        return fields.Faults.Any ? null : new AuthorName(channel, id, handle);
    }

    /// <summary>Whether a campaign's own account is theirs, by what is known of them.</summary>
    public bool Owns(CampaignAccount account) =>
        account.Channel == Channel && (account.Account.Is(Id) || account.Account.Is(Handle) || Known.Any(account.Account.Is));

    /// <summary>The keys under which a campaign may have counted them.</summary>
    /// <param name="keys">Makes its keys.</param>
    /// <param name="own">Its own accounts: what those say stands under the name that the plan has for them, be it an id.</param>
    public IEnumerable<UInt128> KeysOf(MentionKeys keys, IReadOnlyList<CampaignAccount> own)
    {
        foreach (var account in own.Where(Owns))
        {
            yield return keys.AuthorByHandle(Channel.Name, account.Account.Value);
        }

        foreach (var id in Known.Prepend(Id).OfType<string>())
        {
            yield return keys.Author(Channel.Name, id);
        }

        if (Handle is null)
        {
            yield break;
        }

        yield return keys.AuthorByHandle(Channel.Name, Handle);
        if (!Handle.All(char.IsAsciiDigit))
        {
            // Files that have one column for the author give the handle in place of the id, and ids keep their case: as it was given here, and as most
            // platforms write it. One of digits might be somebody else's id.
            foreach (var spelling in new[] { Handle, Handle.ToLowerInvariant() }.Distinct(StringComparer.Ordinal))
            {
                yield return keys.Author(Channel.Name, spelling);
                yield return keys.Author(Channel.Name, "@" + spelling);
            }
        }
    }
}
