using Campaigns.Listening.Cells;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>A cell that is merged and sealed as the committer does it, without storage.</summary>
internal sealed class PagedCell(PageSizes sizes)
{
    private CellState state = CellState.None;

    public SealedPages Sealed { get; } = new();

    public CellPage Open => state.Open;

    public long Retractions => state.Retractions;

    /// <summary>All records, as a roll-up goes through them.</summary>
    public IEnumerable<MentionRecord> Records => new CellRecords([state.Open, .. Sealed.First(state.Sealed)]);

    /// <summary>Merges messages that were gathered; false where they change nothing.</summary>
    public bool Merge(params MentionRecord[][] messages)
    {
        if (CellMerge.Of(state, Sealed, [.. messages.Select(message => CellPage.Of(Cell.Of(message)))], sizes) is not { } change)
        {
            return false;
        }

        var number = state.Sealed;
        foreach (var page in change.Sealed)
        {
            // As it comes back from storage.
            Sealed.Add(number++, CellPage.Read(page.Bytes.ToArray()));
        }

        state = new CellState(null, CellPage.Read(change.Open.Bytes.ToArray()), number, change.Retractions);
        return true;
    }

    /// <inheritdoc cref="Merge(MentionRecord[][])" />
    public bool Merge(MentionRecord[] message) => Merge([message]);
}
