using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Campaigns.Benchmarks.Made;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Intake;
using Campaigns.Tests.Support;

namespace Campaigns.Benchmarks.Cpu;

/// <summary>The engine's own work on mentions, from the bytes of a request to the bytes of its cells, without any transport.</summary>
/// <param name="campaigns">The listening campaigns.</param>
/// <param name="now">The time of the request.</param>
internal sealed class OwnWork(ListenedCampaigns campaigns, DateTimeOffset now)
{
    /// <summary>Measures each step for mentions that come in one request.</summary>
    public IReadOnlyList<Step> Measure(MadeMentions made)
    {
        var body = made.Body(0, made.Shape.Lines);
        var count = made.Shape.Lines;
        var messages = Intake(body);
        var packs = messages.Select(MentionsMessage.Read).ToList();
        var records = packs.Select(static pack => pack.Records.Records.ToArray()).ToList();
        foreach (var shuffled in records)
        {
            // As they come, and not in the order of their keys.
            new Random(made.Shape.Seed).Shuffle(shuffled);
        }

        return
        [
            Step.Measure("take in: all of the next seven", count, () => Intake(body)),
            Step.Measure("  parse lines", count, () => Parse(body)),
            Step.Measure("  find hashtags", count, () => Match(made)),
            Step.Measure("  hash mention and author", count, () => Hash(made)),
            Step.Measure("  pack and sort", count, () => records.ForEach(static pack => Cell.Of(pack))),
            Step.Measure("  write messages", count, () => packs.ForEach(static pack => pack.Write())),
            Step.Measure("  redact texts", count, () => Redact(made)),
            Step.Measure("  pack texts and compress", count, () => PackTexts(made)),
            Step.Measure("read messages", count, () => messages.ForEach(static message => MentionsMessage.Read(message))),
            Step.Measure("merge into cells", count, () => Merge(packs)),
        ];
    }

    private List<BinaryData> Intake(byte[] body)
    {
        var queue = new KeptMessages();
        var intake = new Intake(campaigns, new MentionRules(now, null, false), new MentionPacker(queue), new TextPacker(new KeptMessages()), now);
        Run(MentionBodies.ReadLinesAsync(PipeReader.Create(new ReadOnlySequence<byte>(body)), intake, default));
        Run(intake.FlushAsync(default));
        return intake.Counts.Refused == 0 ? queue.Messages : throw new BenchmarkException($"{intake.Counts.Refused} lines were refused.");
    }

    private static void Parse(byte[] body)
    {
        var (lines, mention, faults, rest) = (new LineSplitter(), new Mention(), new LineFaults(), new ReadOnlySequence<byte>(body));
        while (lines.TryNext(ref rest, true, out var line, out _))
        {
            MentionJson.Read(line, mention, faults);
            mention.Clear();
        }
    }

    private void Match(MadeMentions made)
    {
        var matcher = new TextMatcher(campaigns);
        for (var line = 0; line < made.Shape.Lines; line++)
        {
            matcher.Match(made.TextOf(line));
        }
    }

    private void Hash(MadeMentions made)
    {
        var keys = campaigns.All[0].Keys;
        Span<char> id = stackalloc char[18];
        foreach (var line in made.Lines)
        {
            line.Id.TryFormat(id, out _, "000000000000000000", null);
            keys.Mention("x", id);
            line.Author.TryFormat(id, out _, "000000000", null);
            keys.Author("x", id[..9]);
        }
    }

    private static void Redact(MadeMentions made)
    {
        var safe = new SafeText();
        for (var line = 0; line < made.Shape.Lines; line++)
        {
            safe.Of(made.TextOf(line));
        }
    }

    /// <summary>As one hour's: how many hours there are makes no difference to the work.</summary>
    private static void PackTexts(MadeMentions made)
    {
        var (packer, safe, match) = (new TextPacker(new KeptMessages()), new byte[4096], default(TextMatch));
        match.Add(new TagUse(0, 1));
        for (var line = 0; line < made.Shape.Lines; line++)
        {
            packer.Add(new CellId("cpu", "0", 398_000), (ulong)line * 0x9E3779B97F4A7C15, "x", match, null, safe.AsSpan(0, Encoding.UTF8.GetBytes(made.TextOf(line), safe)));
        }

        Run(packer.FlushAsync(default));
    }

    /// <summary>Each message into its cell, as one worker does that has the cell at hand; what is made are the bytes that are stored.</summary>
    private static void Merge(List<MentionsMessage> packs)
    {
        var cells = new Dictionary<CellId, (CellState State, SealedPages Pages)>();
        foreach (var pack in packs)
        {
            var (state, pages) = cells.GetValueOrDefault(pack.Cell, (CellState.None, new SealedPages()));
            if (CellMerge.Of(state, pages, [pack.Page], PageSizes.Usual) is { } change)
            {
                var number = state.Sealed;
                foreach (var page in change.Sealed)
                {
                    pages.Add(number++, page);
                }

                cells[pack.Cell] = (state with { Open = change.Open, Sealed = number }, pages);
            }
        }
    }

    private static void Run(Task task)
    {
        // Nothing here waits for anything: it must have ended on this thread, or the figures would miss a part.
        if (!task.IsCompletedSuccessfully)
        {
            throw new BenchmarkException($"A step did not end at once: {task.Exception?.GetBaseException().Message}");
        }
    }
}
