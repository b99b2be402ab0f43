using Campaigns.Local.Functions.Worker.Hosting;
using Campaigns.Local.Functions.Worker.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Campaigns.Local.Functions.Worker.Http;

/// <summary>What Azure takes in and how long it waits.</summary>
/// <param name="Body">The most bytes of a request's body.</param>
/// <param name="Answer">How long after a request its answer must have begun.</param>
internal sealed record HttpLimits(long Body, TimeSpan Answer)
{
    public const long DefaultBody = 104_857_600;

    /// <summary>The most characters of a path with its query.</summary>
    public const int Url = 4096;

    private const string BodySetting = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    public static HttpLimits From(AppSettings settings, TimeSpan answer) => settings[BodySetting] switch
    {
        null or "" => new HttpLimits(DefaultBody, answer),
        var text when long.TryParse(text, out var bytes) && bytes >= 0 => new HttpLimits(bytes, answer),
        var text => throw new StartRefusedException($"The setting {BodySetting} is \"{text}\", which is not a number of bytes."),
    };

    /// <summary>The status of a request that goes too far, or null; a body of unknown length is held to the limit while it is read.</summary>
    public int? Refusal(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestFeature>()!.RawTarget.Length > Url)
        {
            return StatusCodes.Status414UriTooLong;
        }

        if (http.Request.ContentLength > Body)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size && (size.MaxRequestBodySize ?? long.MaxValue) > Body)
        {
            size.MaxRequestBodySize = Body;
        }

        return null;
    }
}
