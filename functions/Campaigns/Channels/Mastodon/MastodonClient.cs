using System.Net.Http.Headers;
using Campaigns.Http.Outside;
using Microsoft.AspNetCore.WebUtilities;

namespace Campaigns.Channels.Mastodon;

/// <summary>Asks Mastodon servers. Whatever they do is an answer.</summary>
internal sealed class MastodonClient(HttpClient http, TimeProvider clock)
{
    public async Task<MastodonAnswer> GetAsync(MastodonInstance instance, string path, CancellationToken cancellationToken)
    {
        var address = new Uri(instance.Url!, path);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.Authorization = string.IsNullOrEmpty(instance.AccessToken) ? null : new AuthenticationHeaderValue("Bearer", instance.AccessToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            return new(
                response.StatusCode,
                await FarSide.BodyAsync(response, cancellationToken),
                RetryAt(response.Headers),
                response.Headers.TryGetValues("Link", out var links) ? NextId(string.Join(',', links)) : null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new(default, Fault: $"{address.Host} cannot be reached, or broke off its answer.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(default, Fault: $"{address.Host} did not answer in time.");
        }
    }

    private DateTimeOffset? RetryAt(HttpResponseHeaders headers) =>
        FarSide.RetryAt(headers, clock) ?? (headers.TryGetValues("X-RateLimit-Reset", out var resets) ? FoundRules.Time(resets.First()) : null);

    /// <summary>The next page's <c>max_id</c>. Of the address that stands there only this is used: where to ask is not for an answer to say.</summary>
    private static string? NextId(string links) =>
        (from link in links.Split(',')
         let parts = link.Split(';')
         where parts.Length > 1 && parts.Skip(1).Any(part => part.Trim() is "rel=\"next\"" or "rel=next")
         let address = parts[0].Trim().Trim('<', '>')
         where address.Contains('?', StringComparison.Ordinal)
         select QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..]).TryGetValue("max_id", out var id) ? id.ToString() : null).FirstOrDefault();
}
