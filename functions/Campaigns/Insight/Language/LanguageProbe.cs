using Campaigns.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaigns.Insight.Language;

/// <summary>Asks the Language endpoint whether it is there: without a key and without a text, so that it costs nothing and says nothing.</summary>
internal static class LanguageProbe
{
    public static IServiceCollection AddLanguageProbe(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var endpoint = provider.GetRequiredService<IOptions<LanguageOptions>>().Value.Endpoint!;
        // Texts wait in their queue while it is away, so the engine serves without it.
        return new HealthProbe("language", false, async cancellationToken =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            using var answer = await http.GetAsync(endpoint, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)answer.StatusCode >= 500)
            {
                throw new Azure.RequestFailedException((int)answer.StatusCode, "The Language endpoint does not serve.");
            }
        });
    });
}
