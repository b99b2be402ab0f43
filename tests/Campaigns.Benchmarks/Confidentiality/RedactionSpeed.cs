using System.Buffers;
using System.Diagnostics;
using Campaigns.Confidentiality;

namespace Campaigns.Benchmarks.Confidentiality;

/// <summary>What redacting a text costs.</summary>
/// <param name="Texts">Of which texts.</param>
/// <param name="Count">How many.</param>
/// <param name="Characters">How long one is on average.</param>
/// <param name="Nanoseconds">Time for one, a hundred at a time in the fastest of several rounds: the one that others disturbed least.</param>
/// <param name="Bytes">Bytes allocated for one.</param>
internal sealed record RedactionSpeed(string Texts, int Count, double Characters, double Nanoseconds, long Bytes)
{
    private const int Rounds = 15;
    private const int ChunkSize = 100;

    public static RedactionSpeed Measure(string name, IReadOnlyList<string> texts)
    {
        var into = new ArrayBufferWriter<char>(1 << 18);
        var chunks = texts.Chunk(ChunkSize).ToArray();
        var (fastest, least) = (0L, long.MaxValue);
        foreach (var chunk in chunks)
        {
            var ofChunk = long.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var clock = Stopwatch.GetTimestamp();
                foreach (var text in chunk)
                {
                    into.ResetWrittenCount();
                    PersonalData.Redact(text, into);
                }

                ofChunk = Math.Min(ofChunk, Stopwatch.GetTimestamp() - clock);
                least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - allocated) / chunk.Length);
            }

            fastest += ofChunk;
        }

        return new(name, texts.Count, texts.Average(static text => text.Length), fastest * (1e9 / Stopwatch.Frequency) / texts.Count, least);
    }

    /// <summary>How much longer a hostile text takes that is eight times as long: eight, where time is linear.</summary>
    public static double Growth(string part)
    {
        var small = Measure(part, [Long(part, 8 * 1024)]);
        var large = Measure(part, [Long(part, 64 * 1024)]);
        return large.Nanoseconds / small.Nanoseconds;
    }

    private static string Long(string part, int length) => string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1))[..length];
}
