using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using CsvHelper;

namespace Campaigns.Listening.Intake;

/// <summary>Reads request bodies of mentions piece by piece, whatever their length: NDJSON, a JSON array or CSV.</summary>
internal static class MentionBodies
{
    private static readonly string TooLongRule = $"must take at most {LineSplitter.Longest} bytes";

    /// <summary>One JSON object on each line; empty lines count but say nothing.</summary>
    public static async Task ReadLinesAsync(PipeReader body, Intake intake, CancellationToken cancellationToken)
    {
        var lines = new LineSplitter();
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var rest = TakeLines(read.Buffer, read.IsCompleted, lines, intake);
            body.AdvanceTo(rest, read.Buffer.End);
            await intake.SendAsync(cancellationToken);
            if (read.IsCompleted || intake.Refused is not null)
            {
                return;
            }
        }
    }

    /// <summary>One JSON array of objects.</summary>
    public static async Task ReadArrayAsync(PipeReader body, Intake intake, CancellationToken cancellationToken)
    {
        var items = new ArraySplitter();
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            foreach (var piece in read.Buffer)
            {
                TakeItems(piece.Span, items, intake);
            }

            body.AdvanceTo(read.Buffer.End);
            await intake.SendAsync(cancellationToken);
            if (read.IsCompleted || intake.Refused is not null)
            {
                break;
            }
        }

        if (intake.Refused is null && items.Fault is { } fault)
        {
            intake.Faults.Add(Refusal.BadSyntax, "", "", fault);
            intake.Take(items.Number + 1);
        }
    }

    /// <summary>A CSV file with a header.</summary>
    public static async Task ReadCsvAsync(Stream body, Encoding? encoding, Intake intake, CancellationToken cancellationToken)
    {
        var isOpen = false;
        await using var records = CsvReader.Create(body, CsvRecords.Options(encoding, () => isOpen = true), leaveOpen: true);
        try
        {
            await records.ReadHeaderAsync(cancellationToken);
            var columns = new CsvColumns([.. records.Headers]);
            intake.Counts.IgnoredColumns = ShownText.Names(columns.Ignored, columns.IsHeader);
            for (var sinceSend = 0; intake.Refused is null && await records.ReadAsync(cancellationToken); sinceSend++)
            {
                if (isOpen)
                {
                    intake.Faults.Add(Refusal.BadSyntax, "", "", "must close the quotation mark that it opens; nothing behind it can be read");
                }
                else
                {
                    CsvMention.Read(records, columns, intake.Mention, intake.Faults);
                }

                intake.Take((int)records.LineNumber);
                if (sinceSend == CsvRecords.BetweenSends)
                {
                    sinceSend = 0;
                    await intake.SendAsync(cancellationToken);
                }
            }
        }
        catch (CsvFormatException fault)
        {
            intake.Faults.Add(Refusal.BadSyntax, "", "", $"must be CSV with records of at most {LineSplitter.Longest} bytes; nothing from here on can be read");
            intake.Take((int)Math.Max(fault.LineNumber, 1));
        }
    }

    private static SequencePosition TakeLines(ReadOnlySequence<byte> buffer, bool isLast, LineSplitter lines, Intake intake)
    {
        while (lines.TryNext(ref buffer, isLast, out var line, out var isTooLong))
        {
            if (isTooLong)
            {
                intake.Faults.Add(Refusal.BadSyntax, "", "", TooLongRule);
            }
            else if (!line.IsEmpty)
            {
                MentionJson.Read(line, intake.Mention, intake.Faults);
            }
            else
            {
                continue;
            }

            intake.Take(lines.Number);
        }

        return buffer.Start;
    }

    private static void TakeItems(ReadOnlySpan<byte> piece, ArraySplitter items, Intake intake)
    {
        while (items.TryNext(ref piece, out var item, out var isTooLong))
        {
            if (isTooLong)
            {
                intake.Faults.Add(Refusal.BadSyntax, "", "", TooLongRule);
            }
            else
            {
                MentionJson.Read(item, intake.Mention, intake.Faults);
            }

            intake.Take(items.Number);
        }
    }
}
