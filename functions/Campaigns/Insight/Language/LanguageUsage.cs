namespace Campaigns.Insight.Language;

/// <summary>What of a reservation was taken: everything that was sent, unless the service proves that it did nothing with it.</summary>
internal sealed class LanguageUsage
{
    private readonly Lock sync = new();

    private RecordCounts taken;

    public RecordCounts Taken
    {
        get
        {
            lock (sync)
            {
                return taken;
            }
        }
    }

    public void Add(RecordCounts records)
    {
        lock (sync)
        {
            taken += records;
        }
    }

    public void TakeBack(RecordCounts records) => Add(default(RecordCounts) - records);
}
