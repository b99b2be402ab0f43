using System.Buffers;
using System.Text;
using Campaigns.Listening.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Listening.Intake;

public class SplitterTests
{
    private const string Array = """ [ {"a":"]}\",{"}, {"b":[1,{"c":"\\"}]},3 , "x,y",{"d":"血"},] """;

    [Fact]
    public void Lines_come_out_whole_however_the_body_is_cut() =>
        Prop.ForAll(Gen.Choose(1, 40).ListOf().ToArbitrary(), cuts =>
        {
            const string body = "\uFEFF{\"a\":1}\r\n\n  {\"b\":\"血\"} \n{\"c\":3}";
            return Lines(body, cuts).SequenceEqual(["1:{\"a\":1}", "2:", "3:{\"b\":\"血\"}", "4:{\"c\":3}"]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Items_of_an_array_come_out_whole_however_the_body_is_cut() =>
        Prop.ForAll(Gen.Choose(1, 40).ListOf().ToArbitrary(), cuts =>
            Items(Array, cuts, out var fault).SequenceEqual([@"1:{""a"":""]}\"",{""}", @"2:{""b"":[1,{""c"":""\\""}]}", "3:3", @"4:""x,y""", @"5:{""d"":""血""}"])
            && fault is null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "the body is empty")]
    [InlineData("{}", "must be a JSON array of mentions")]
    [InlineData("[{}", "it does not end")]
    [InlineData("[{}] []", "must be a JSON array of mentions")]
    public void A_body_that_is_no_array_says_so(string body, string expected)
    {
        Items(body, [7], out var fault);

        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_too_long_is_told_once_and_the_next_one_is_read()
    {
        var body = new string('x', LineSplitter.Longest + 1) + "\n{}\n" + new string('y', 3 * LineSplitter.Longest) + "\n{\"a\":1}";

        Assert.Equal(["1:too long", "2:{}", "3:too long", "4:{\"a\":1}"], Lines(body, [100_000]));
    }

    [Fact]
    public void An_item_that_is_too_long_is_told_once_and_the_next_one_is_read() =>
        Assert.Equal(["1:too long", "2:{}"], Items($"[\"{new string('x', LineSplitter.Longest)}\",{{}}]", [100_000], out _));

    private static List<string> Lines(string body, IEnumerable<int> cuts)
    {
        var splitter = new LineSplitter();
        var lines = new List<string>();
        var held = ReadOnlySequence<byte>.Empty;
        foreach (var (piece, isLast) in Cut(Encoding.UTF8.GetBytes(body), cuts))
        {
            held = Join(held, piece);
            while (splitter.TryNext(ref held, isLast, out var line, out var isTooLong))
            {
                lines.Add($"{splitter.Number}:{(isTooLong ? "too long" : Encoding.UTF8.GetString(line))}");
            }
        }

        return lines;
    }

    private static List<string> Items(string body, IEnumerable<int> cuts, out string? fault)
    {
        var splitter = new ArraySplitter();
        var items = new List<string>();
        foreach (var (piece, _) in Cut(Encoding.UTF8.GetBytes(body), cuts))
        {
            ReadOnlySpan<byte> rest = piece;
            while (splitter.TryNext(ref rest, out var item, out var isTooLong))
            {
                items.Add($"{splitter.Number}:{(isTooLong ? "too long" : Encoding.UTF8.GetString(item))}");
            }
        }

        fault = splitter.Fault;
        return items;
    }

    /// <summary>The bytes in pieces of the given lengths, again and again, and the last piece marked.</summary>
    private static IEnumerable<(byte[] Piece, bool IsLast)> Cut(byte[] bytes, IEnumerable<int> cuts)
    {
        int[] lengths = [.. cuts.DefaultIfEmpty(bytes.Length + 1)];
        var at = 0;
        for (var turn = 0; at < bytes.Length; turn++)
        {
            var length = Math.Min(lengths[turn % lengths.Length], bytes.Length - at);
            yield return (bytes[at..(at + length)], false);
            at += length;
        }

        yield return ([], true);
    }

    /// <summary>What is held and what comes, in two segments, as a pipe would hand them over.</summary>
    private static ReadOnlySequence<byte> Join(ReadOnlySequence<byte> held, byte[] piece)
    {
        var first = new Segment(held.ToArray(), null);
        var last = new Segment(piece, first);
        return new ReadOnlySequence<byte>(first, 0, last, piece.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? before)
        {
            Memory = bytes;
            if (before is not null)
            {
                RunningIndex = before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
