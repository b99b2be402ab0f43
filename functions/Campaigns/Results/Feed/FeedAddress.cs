using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Campaigns.Results.Feed;

/// <summary>The feed's address as callers know it: the host behind a function app sees another name than they do.</summary>
/// <param name="options">Says it, where it is set.</param>
/// <param name="configuration">Names the function app, in Azure.</param>
public sealed class FeedAddress(IOptions<FeedOptions> options, IConfiguration configuration)
{
    /// <summary>The feed's address, which ends with a bar.</summary>
    /// <param name="request">The request.</param>
    public Uri Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var host = options.Value.PublicUrl is { } set ? set.AbsoluteUri.TrimEnd('/')
            : configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } app ? $"https://{app}"
            : $"{request.Scheme}://{request.Host}";
        return new Uri($"{host}/api/odata/");
    }
}
