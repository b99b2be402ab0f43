using Campaigns.Http;
using Microsoft.Extensions.Options;

namespace Campaigns.Insight.Language;

/// <summary>Checks at start what no attribute can: that texts and the key go out encrypted, and that prices are for features there are.</summary>
/// <param name="place">Where the engine runs.</param>
internal sealed class LanguageOptionsCheck(HostPlace place) : IValidateOptions<LanguageOptions>
{
    public ValidateOptionsResult Validate(string? name, LanguageOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(LanguageOptions options)
    {
        foreach (var feature in options.Prices.Keys.Where(feature => !Enum.TryParse<LanguageFeature>(feature, ignoreCase: true, out _)))
        {
            yield return $"Insight:Prices:{feature} is for none of {string.Join(", ", RecordCounts.Features)}.";
        }

        if (options.Endpoint is not { } endpoint)
        {
            yield break;
        }

        if (!endpoint.IsAbsoluteUri || endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0)
        {
            yield return "Insight:Endpoint must be an absolute https address, such as https://name.cognitiveservices.azure.com/.";
        }
        else if (endpoint.Scheme != Uri.UriSchemeHttps && (place.InAzure || endpoint.Scheme != Uri.UriSchemeHttp || !endpoint.IsLoopback))
        {
            yield return "Insight:Endpoint must be an https address; http is for a stand-in on this machine alone.";
        }
        else if (endpoint.Scheme == Uri.UriSchemeHttp && string.IsNullOrEmpty(options.Key))
        {
            yield return "Insight:Key is required where Insight:Endpoint is http: an identity's token is never sent unencrypted.";
        }
    }
}
