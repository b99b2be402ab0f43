using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;

namespace Campaigns.EndToEnd.Leaks;

/// <summary>What bytes may be wrapped in.</summary>
internal static class Wrappings
{
    // A value begins with a version and a length or two; what is compressed begins after them.
    private const int LongestHeader = 24;
    private const int LongestPath = 64;
    private const int LongestContent = 64 * 1024 * 1024;
    private const int LongestValue = 256 * 1024;
    private const int ShortestValue = 40;

    // By chance a few bytes come out of almost anything.
    private const int LeastBroken = 48;

    /// <summary>Every stretch of base64, of either alphabet; where it has signs that may stand before it, decoded from wherever it may begin.</summary>
    public static IEnumerable<byte[]> Base64Within(byte[] text, int least)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!IsBase64(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && IsBase64(text[end]))
            {
                end++;
            }

            var begins = text.AsSpan(at, Math.Min(end - at, LongestPath)).ContainsAny("/-_="u8) ? 4 : 1;
            for (var from = at; from < at + begins && end - from >= least; from++)
            {
                if (Decoded(text.AsSpan(from, end - from)) is { } bytes)
                {
                    yield return bytes;
                }
            }

            at = end;
        }
    }

    /// <summary>What is compressed in a value, however it is and wherever it begins.</summary>
    public static IEnumerable<(string How, byte[] Content, bool IsWhole)> CompressedWithin(byte[] value)
    {
        foreach (var start in Starts(value, [0x1F, 0x8B, 0x08]))
        {
            if (Read(new GZipStream(From(value, start), CompressionMode.Decompress)) is { } content)
            {
                yield return ("gzip", content.Bytes, content.IsWhole);
            }
        }

        if (value.Length is > LongestValue or < ShortestValue)
        {
            // A file and not a value of it, or a word.
            yield break;
        }

        for (var start = 0; start < Math.Min(LongestHeader, value.Length - 8); start++)
        {
            // What zlib writes is deflate behind two bytes.
            if (MayBeDeflate(value.AsSpan(start)) && Read(new DeflateStream(From(value, start), CompressionMode.Decompress)) is { } deflate)
            {
                yield return ("deflate", deflate.Bytes, deflate.IsWhole);
            }

            if (Brotli(value.AsSpan(start)) is { } brotli)
            {
                yield return ("brotli", brotli.Bytes, brotli.IsWhole);
            }
        }
    }

    /// <summary>Whether the first block may be one: most bytes are none, and to find that out by a failure takes long.</summary>
    private static bool MayBeDeflate(ReadOnlySpan<byte> value) => ((value[0] >> 1) & 3) switch
    {
        0 => (value[1] ^ value[3]) == 0xFF && (value[2] ^ value[4]) == 0xFF,
        1 => true,
        2 => value[0] >> 3 <= 29 && (value[1] & 0x1F) <= 29,
        _ => false,
    };

    private static (byte[] Bytes, bool IsWhole)? Brotli(ReadOnlySpan<byte> value)
    {
        using var decoder = new BrotliDecoder();
        var content = new MemoryStream();
        var part = new byte[4 * 1024];
        while (content.Length < LongestContent)
        {
            var status = decoder.Decompress(value, part, out var consumed, out var written);
            content.Write(part, 0, written);
            value = value[consumed..];
            if (status != OperationStatus.DestinationTooSmall)
            {
                return content.Length >= (status == OperationStatus.Done ? 6 : LeastBroken) ? (content.ToArray(), status == OperationStatus.Done) : null;
            }
        }

        return (content.ToArray(), false);
    }

    private static MemoryStream From(byte[] value, int start) => new(value, start, value.Length - start, writable: false);

    private static IEnumerable<int> Starts(byte[] value, byte[] magic)
    {
        for (var at = value.AsSpan().IndexOf(magic); at >= 0;)
        {
            yield return at;
            var next = value.AsSpan(at + 1).IndexOf(magic);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>As much as can be read: what breaks off in the middle may have given something away before; null where it is next to nothing.</summary>
    private static (byte[] Bytes, bool IsWhole)? Read(Stream compressed)
    {
        using (compressed)
        {
            var content = new MemoryStream();
            var part = new byte[4 * 1024];
            var isWhole = false;
            try
            {
                for (int read; content.Length < LongestContent && (read = compressed.Read(part)) > 0;)
                {
                    content.Write(part, 0, read);
                }

                isWhole = content.Length > 0;
            }
            catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException)
            {
                // Not compressed so, or not from here.
            }

            return content.Length >= (isWhole ? 6 : LeastBroken) ? (content.ToArray(), isWhole) : null;
        }
    }

    private static byte[]? Decoded(ReadOnlySpan<byte> text)
    {
        var plain = new byte[(text.Length + 3) / 4 * 4];
        var length = 0;
        foreach (var letter in text)
        {
            if (letter != '=')
            {
                plain[length++] = letter switch { (byte)'-' => (byte)'+', (byte)'_' => (byte)'/', _ => letter };
            }
        }

        length -= length % 4 == 1 ? 1 : 0;
        while (length % 4 != 0)
        {
            plain[length++] = (byte)'=';
        }

        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(length)];
        // The last bits of a stretch that was cut need not be noughts; all before them is decoded.
        Base64.DecodeFromUtf8(plain.AsSpan(0, length), bytes, out _, out var written);
        return written >= 6 ? bytes[..written] : null;
    }

    private static bool IsBase64(byte value) => Spelling.IsLetterOrDigit(value) || value is (byte)'+' or (byte)'/' or (byte)'=' or (byte)'-' or (byte)'_';
}
