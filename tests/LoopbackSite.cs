using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Campaigns.TestSupport;

/// <summary>Somebody's server on this machine, on a free port.</summary>
internal static class LoopbackSite
{
    /// <summary>Makes it, not yet started, without a word in the log.</summary>
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        return site;
    }
}
