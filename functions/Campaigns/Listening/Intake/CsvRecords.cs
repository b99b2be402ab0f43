using System.Text;
using CsvHelper;

namespace Campaigns.Listening.Intake;

/// <summary>How CSV bodies are read.</summary>
internal static class CsvRecords
{
    /// <summary>After how many records the full packs are sent.</summary>
    public const int BetweenSends = 2000;

    /// <summary>Quotes that stand astray are text; a quote that never closes is told through <paramref name="onUnclosed"/>.</summary>
    public static CsvReaderOptions Options(Encoding? encoding, Action onUnclosed) => new()
    {
        Encoding = encoding,
        TrackLineNumbers = true,
        MaxRecordSize = LineSplitter.Longest,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record =>
        {
            if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            {
                onUnclosed();
            }
        },
    };
}
