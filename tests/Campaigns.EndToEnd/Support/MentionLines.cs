using System.Globalization;
using System.Text;

namespace Campaigns.EndToEnd.Support;

/// <summary>Mentions as lines of NDJSON, made while they are sent so that they never stand in memory; each bears the sample campaign's hashtag.</summary>
internal sealed class MentionLines
{
    private const int LineLength = 400;
    private const int Authors = 5_000;

    private readonly int badLine;

    /// <param name="bytes">How long the whole is; rounded down to whole lines.</param>
    /// <param name="badLine">The number of a line that is no JSON, or 0 for none.</param>
    public MentionLines(int bytes, int badLine)
    {
        this.badLine = badLine;
        Count = bytes / LineLength;
        Length = (long)Count * LineLength;
        Matching = badLine > 0 ? Count - 1 : Count;
    }

    public int Count { get; }

    public int Matching { get; }

    public long Length { get; }

    /// <summary>What a campaign must show of them: more than as many lines as authors, without a bad one.</summary>
    public (long Mentions, long Contributors, long PotentialReach) Figures => (Count, Authors, Enumerable.Range(0, Authors).Sum(static followers => (long)followers));

    public Task WriteAsync(Stream body, CancellationToken cancellationToken) => WriteAsync(body, Length, cancellationToken);

    /// <summary>Writes the first bytes.</summary>
    public async Task WriteAsync(Stream body, long bytes, CancellationToken cancellationToken)
    {
        var lines = new MemoryStream();
        for (var (number, left) = (1, bytes); left > 0; number++)
        {
            lines.Write(Line(number));
            if (lines.Length >= 256 * 1024 || lines.Length >= left || number == Count)
            {
                var part = lines.GetBuffer().AsMemory(0, (int)Math.Min(lines.Length, left));
                await body.WriteAsync(part, cancellationToken);
                left -= part.Length;
                lines.SetLength(0);
            }
        }
    }

    private byte[] Line(int number)
    {
        var at = new DateTimeOffset(2015, 6, 5, 0, 0, 0, TimeSpan.Zero).AddSeconds(number % (16 * 86_400));
        var start = number == badLine ? """{"channel":"x","id":""" : string.Create(CultureInfo.InvariantCulture,
            $$$"""{"channel":"x","id":"{{{number}}}","createdAt":"{{{at:yyyy-MM-ddTHH:mm:ssZ}}}","author":{"id":"{{{number % Authors}}}","followers":{{{number % Authors}}}},"text":"#MissingType """);
        var line = new byte[LineLength];
        line.AsSpan().Fill((byte)'.');
        Encoding.ASCII.GetBytes(start, line);
        "\"}\n"u8.CopyTo(line.AsSpan(LineLength - 3));
        return line;
    }
}
