using Campaigns.Listening.Cells;

namespace Campaigns.Results.RollUps;

/// <summary>
/// Gives each author of a campaign a number, from 0 on in the order in which they were seen: whoever keeps something of an author keeps it by four bytes
/// instead of a key of sixteen.
/// </summary>
internal sealed class AuthorNumbers
{
    // In parts, so that the table of many authors grows piece by piece and not by a copy of the whole.
    private const int PartBits = 6;

    private readonly Pieces<UInt128> keys = new();
    private readonly OpenSlots?[] parts = new OpenSlots?[1 << PartBits];

    /// <summary>How many authors there are.</summary>
    public int Count => keys.Count;

    /// <summary>The memory that it takes.</summary>
    public long Bytes => keys.Bytes + parts.Sum(part => part?.Bytes ?? 0);

    /// <summary>An author's number; below zero of one who was not seen.</summary>
    public int Find(UInt128 author)
    {
        var hash = OpenSlots.HashOf(author);
        if (parts[PartOf(hash)] is { } part)
        {
            for (var slot = part.First(hash << PartBits); part[slot] is var entry and not 0; slot = part.Next(slot))
            {
                if (keys[(int)entry - 1] == author)
                {
                    return (int)entry - 1;
                }
            }
        }

        return -1;
    }

    /// <summary>Takes an author who was not seen before.</summary>
    /// <returns>Its number.</returns>
    public int Add(UInt128 author)
    {
        var hash = OpenSlots.HashOf(author);
        keys.Add(author);
        (parts[PartOf(hash)] ??= new OpenSlots(entry => OpenSlots.HashOf(keys[(int)entry - 1]) << PartBits)).Add((uint)keys.Count, hash << PartBits);
        return keys.Count - 1;
    }

    private static int PartOf(ulong hash) => (int)(hash >> (64 - PartBits));
}
