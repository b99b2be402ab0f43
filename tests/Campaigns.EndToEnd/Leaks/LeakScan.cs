using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Campaigns.EndToEnd.Leaks;

/// <summary>
/// Looks for everything that was planted in whatever lies about: as it was written and without regard to case, spacing and separators; in UTF-8 and
/// UTF-16, escaped, in base64, compressed, in packed digits and as a number, and in all of these within each other.
/// </summary>
internal sealed class LeakScan
{
    private const int Deepest = 5;
    private const int LeastBase64 = 11;
    private const int Part = 16 * 1024 * 1024;
    private const int Overlap = 512 * 1024;

    // So long a run of hexadecimal digits is a hash or a random number; ten digits of it are chance.
    private const int LeastHash = 18;

    private readonly Needles written = new(6);
    private readonly Needles bare = new(8);
    private readonly Needles packed = new(6);
    private readonly Needles numbers = new(8);
    private readonly ConcurrentDictionary<ulong, bool> unwrapped = new();
    private readonly ConcurrentDictionary<(string Place, string How, PlantedDatum Datum), Leak> leaks = new();
    private long bytes;

    public LeakScan(IEnumerable<PlantedDatum> planted)
    {
        foreach (var datum in planted)
        {
            Count++;
            written.Add(Spelling.Folded(Encoding.UTF8.GetBytes(datum.Value)), datum);
            AddBare(Spelling.Bare(Encoding.UTF8.GetBytes(datum.Value)).AsSpan().Trim((byte)1).ToArray(), datum);
            if (datum.Value.Where(char.IsAsciiDigit).ToArray() is { Length: >= 10 } digits && !datum.Value.Any(char.IsAsciiLetter))
            {
                // Without the country and the nought before an area, a number of a telephone is still one.
                var number = new string(digits);
                var national = number.StartsWith("0044", StringComparison.Ordinal) ? number[4..] : number.StartsWith("44", StringComparison.Ordinal) ? number[2..] : number;
                AddBare(Encoding.ASCII.GetBytes(national.Length > 10 ? national.TrimStart('0') : national), datum);
                AddPacked(number, datum);
            }
        }
    }

    /// <summary>How much was looked for.</summary>
    public int Count { get; }

    /// <summary>How many bytes were looked at, whatever they were unwrapped from.</summary>
    public long Bytes => bytes;

    public IReadOnlyCollection<Leak> Leaks => [.. leaks.Values];

    public void Look(string place, string text) => Look(place, Encoding.UTF8.GetBytes(text));

    public void Look(string place, byte[] content)
    {
        for (var start = 0; start == 0 || start + Overlap < content.Length; start += Part - Overlap)
        {
            Look(place, "as it is", content.AsSpan(start, Math.Min(Part, content.Length - start)).ToArray(), 0);
        }
    }

    private void Look(string place, string how, byte[] content, int depth)
    {
        Interlocked.Add(ref bytes, content.Length);
        Search(place, how, content);
        if (content.AsSpan().Contains((byte)0))
        {
            Search(place, how + ", UTF-16", Spelling.WithoutNoughts(content));
        }

        if (Spelling.Unescaped(content) is { } unescaped)
        {
            Search(place, how + ", unescaped", unescaped);
        }

        packed.Search(content, (datum, _, _, _) => Report(place, how + ", packed digits", datum));
        numbers.Search(content, (datum, _, _, _) => Report(place, how + ", as a number", datum));
        if (depth == Deepest)
        {
            return;
        }

        // The same words and values come in every row of a file.
        foreach (var decoded in Wrappings.Base64Within(content, LeastBase64).Where(decoded => unwrapped.TryAdd(Fingerprint(place, decoded), true)))
        {
            Look(place, how + ", base64", decoded, depth + 1);
        }

        foreach (var (wrapping, inner, isWhole) in Wrappings.CompressedWithin(content))
        {
            // What is not whole is mostly chance: it is looked at, and not unwrapped further.
            Look(place, $"{how}, {wrapping}", inner, isWhole ? depth + 1 : Deepest);
        }
    }

    private void Search(string place, string how, byte[] content)
    {
        written.Search(Spelling.Folded(content), (datum, text, start, length) =>
        {
            // What is short must stand for itself, or chance would find it in any larger number or word.
            if (length >= 10 ? !IsInHash(text, start, length) : IsBorder(text, start - 1) && IsBorder(text, start + length))
            {
                Report(place, how, datum);
            }
        });
        bare.Search(Spelling.Bare(content), (datum, text, start, length) =>
        {
            if (!IsInHash(text, start, length))
            {
                Report(place, how + ", without separators", datum);
            }
        });
    }

    private void AddBare(byte[] text, PlantedDatum datum)
    {
        if (text.Length >= 10)
        {
            bare.Add(text, datum);
        }
    }

    /// <summary>Two digits a byte, and the whole as a number of eight bytes.</summary>
    private void AddPacked(string digits, PlantedDatum datum)
    {
        // Ten digits in five bytes come about by chance in this many hashes.
        if (digits.Length >= 11)
        {
            packed.Add(Convert.FromHexString(digits.Length % 2 == 0 ? digits : "0" + digits), datum);
        }

        if (digits.Length <= 18 && long.Parse(digits, CultureInfo.InvariantCulture) is var number)
        {
            var (little, big) = (new byte[8], new byte[8]);
            BinaryPrimitives.WriteInt64LittleEndian(little, number);
            BinaryPrimitives.WriteInt64BigEndian(big, number);
            numbers.Add(little, datum);
            numbers.Add(big, datum);
        }
    }

    private static ulong Fingerprint(string place, ReadOnlySpan<byte> content)
    {
        var print = 0xCBF29CE484222325 ^ (ulong)place.GetHashCode(StringComparison.Ordinal);
        foreach (var value in content)
        {
            print = (print ^ value) * 0x100000001B3;
        }

        return print;
    }

    private void Report(string place, string how, PlantedDatum datum) => leaks.TryAdd((place, how, datum), new Leak(place, how, datum));

    private static bool IsBorder(ReadOnlySpan<byte> text, int at) => at < 0 || at >= text.Length || !(Spelling.IsLetterOrDigit(text[at]) || text[at] >= 0x80);

    private static bool IsInHash(ReadOnlySpan<byte> text, int start, int length)
    {
        if (!Spelling.AreDigits(text.Slice(start, length)))
        {
            return false;
        }

        var (from, to) = (start, start + length);
        while (from > 0 && to - from < LeastHash && Spelling.IsHexadecimal(text[from - 1]))
        {
            from--;
        }

        while (to < text.Length && to - from < LeastHash && Spelling.IsHexadecimal(text[to]))
        {
            to++;
        }

        return to - from >= LeastHash;
    }
}
