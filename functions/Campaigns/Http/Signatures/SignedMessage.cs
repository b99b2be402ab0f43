using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Http.Signatures;

/// <summary>
/// A message that is signed as the Standard Webhooks specification has it: <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>, the
/// last a list of <c>v1,</c> and the base64 of HMAC-SHA-256 over id, timestamp and body with full stops between them.
/// </summary>
/// <param name="Id">Names the message; sent again it has the same.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Signatures">The signatures of the first version.</param>
internal sealed record SignedMessage(string Id, DateTimeOffset At, IReadOnlyList<byte[]> Signatures)
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string Version = "v1,";
    private const int LongestId = 200;
    private const int MostSignatures = 16;

    /// <summary>Reads the three headers; nothing is proven before <see cref="IsBy"/>.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="now">The time; a message of another one is refused.</param>
    /// <param name="fault">Why there is none, as a sentence.</param>
    public static SignedMessage? Read(IHeaderDictionary headers, DateTimeOffset now, out string? fault)
    {
        fault = Single(headers, IdHeader) is not { } id || !IsId(id) ? $"Bring {IdHeader} once: 1 to {LongestId} visible ASCII characters without full stops and commas."
            : Time(Single(headers, TimeHeader)) is not { } at ? $"Bring {TimeHeader} once: whole seconds since 1970."
            : !ReplayWindow.Holds(at, now) ? $"{TimeHeader} is more than {ReplayWindow.Tolerance.TotalMinutes:0} minutes away from the clock here."
            : Listed(Single(headers, SignatureHeader)) is not { } signatures ? $"Bring {SignatureHeader} once: {Version}<base64 of HMAC-SHA-256>, or several with spaces between them."
            : null;
        return fault is null
            ? new SignedMessage(Single(headers, IdHeader)!, Time(Single(headers, TimeHeader))!.Value, Listed(Single(headers, SignatureHeader))!)
            : null;
    }

    /// <summary>The headers of a message, signed with each key.</summary>
    /// <param name="id">Names the message.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="keys">The keys: two while one takes the other's place.</param>
    public static IReadOnlyList<(string Name, string Value)> Sign(string id, DateTimeOffset at, ReadOnlySpan<byte> body, IReadOnlyList<byte[]> keys)
    {
        var content = Content(id, at, body);
        return
        [
            (IdHeader, id),
            (TimeHeader, Seconds(at)),
            (SignatureHeader, string.Join(' ', keys.Select(key => Version + Convert.ToBase64String(HMACSHA256.HashData(key, content))))),
        ];
    }

    /// <summary>Whether the holder of one of the keys signed this very body under this id and time.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="body">The body as it came.</param>
    public bool IsBy(IReadOnlyList<byte[]> keys, ReadOnlySpan<byte> body) => HmacSignature.Matches(keys, Content(Id, At, body), Signatures);

    private static byte[] Content(string id, DateTimeOffset at, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes($"{id}.{Seconds(at)}."), .. body];

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>A header that was sent once; one that was sent twice may be read differently by whoever stands between.</summary>
    private static string? Single(IHeaderDictionary headers, string name) => headers[name] is { Count: 1 } values ? values[0] : null;

    private static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(static letter => letter is > ' ' and <= '~' and not ('.' or ','));

    /// <summary>Only as it is signed: no sign, no zero in front, no space.</summary>
    private static DateTimeOffset? Time(string? text) =>
        text is { Length: > 0 and <= 11 } && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && text == seconds.ToString(CultureInfo.InvariantCulture)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Signatures of other versions are for others to read; a list that holds none of ours, or a broken one, is none.</summary>
    private static List<byte[]>? Listed(string? header)
    {
        var signatures = new List<byte[]>();
        foreach (var listed in (header ?? "").Split(' ').Where(static listed => listed.StartsWith(Version, StringComparison.Ordinal)))
        {
            var base64 = listed[Version.Length..];
            if (signatures.Count == MostSignatures || !Base64.IsValid(base64, out var size) || size != HmacSignature.Size)
            {
                return null;
            }

            signatures.Add(Convert.FromBase64String(base64));
        }

        return signatures.Count > 0 ? signatures : null;
    }
}
