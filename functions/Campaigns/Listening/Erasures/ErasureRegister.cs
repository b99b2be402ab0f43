using Campaigns.Storage;

namespace Campaigns.Listening.Erasures;

/// <summary>Erasures beside the backups: tables that are restored from a time before one know nothing of it, and it is done again.</summary>
/// <param name="register">Where they stand.</param>
/// <param name="table">Where erasures rest.</param>
/// <param name="queue">Where they go on.</param>
/// <param name="time">The clock.</param>
public sealed class ErasureRegister(RestoreRegister register, ErasureTable table, ErasureQueue queue, TimeProvider time)
{
    private const string Kind = "erasure";

    /// <summary>Writes an erasure down. It names nobody: the keys are those of its campaigns.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="parts">What it has to do.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task AddAsync(ErasureReceipt receipt, IReadOnlyList<ErasurePart> parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return register.AddAsync(Kind, receipt.Id, BinaryData.FromObjectAsJson(new Entry(
            receipt.Id, receipt.RequestedAt, receipt.Warning, [.. parts.Select(part => new EntryPart(part.Campaign, part.Generation, [.. part.Keys.Select(key => key.ToString("x32", null))]))])), cancellationToken);
    }

    /// <summary>Begins those anew that restored tables do not have as done.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task EraseAgainAsync(CancellationToken cancellationToken)
    {
        foreach (var bytes in await register.ReadAsync(Kind, cancellationToken))
        {
            var entry = bytes.ToObjectFromJson<Entry>()!;
            var now = time.GetUtcNow();
            if (await table.FindAsync(entry.Id, cancellationToken) is { State: ErasureState.Done })
            {
                foreach (var left in await table.PartsAsync(entry.Id, cancellationToken))
                {
                    await table.RemoveAsync(entry.Id, left, cancellationToken);
                }

                continue;
            }

            var receipt = new ErasureReceipt(entry.Id, ErasureState.Accepted, 1, entry.Parts.Count, 0, entry.RequestedAt, now, now, null) { Warning = entry.Warning };
            if (!await table.AddAsync(receipt, [.. entry.Parts.Select(part => new ErasurePart(part.Campaign, part.Generation, [.. part.Keys.Select(Key)], []))], cancellationToken))
            {
                throw new InvalidOperationException($"Erasure {entry.Id} could not be written down; restore again.");
            }

            await queue.SendAsync(new ErasureMessage(entry.Id), TimeSpan.Zero, cancellationToken);
        }
    }

    private static UInt128 Key(string text) => UInt128.Parse(text, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Entry(string Id, DateTimeOffset RequestedAt, string? Warning, IReadOnlyList<EntryPart> Parts);

    private sealed record EntryPart(string Campaign, string Generation, IReadOnlyList<string> Keys);
}
