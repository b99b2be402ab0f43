using Azure.AI.TextAnalytics.Wire;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics;

/// <summary>The Language service's analyses of text: sentiment, personal data, entities, key phrases and language.</summary>
public partial class TextAnalyticsClient
{
    private readonly LanguageService service;

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(options);
        var audience = options.Audience ?? TextAnalyticsAudience.AzurePublicCloud;
        service = new(endpoint, new BearerTokenAuthenticationPolicy(credential, $"{audience}/.default"), options);
    }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(options);
        service = new(endpoint, new SubscriptionKeyPolicy(credential), options);
    }

    protected TextAnalyticsClient()
    {
    }

    private string Language(string language) => language ?? service.Options.DefaultLanguage;

    private string Country(string hint) => hint ?? service.Options.DefaultCountryHint;
}
