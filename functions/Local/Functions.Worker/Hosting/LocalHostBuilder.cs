using Campaigns.Local.Functions.Worker.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>Puts the host together: settings, functions, triggers, and the server that they stand on.</summary>
internal sealed class LocalHostBuilder
{
    public LocalHostBuilder(string[] args, HostSurroundings surroundings)
    {
        Web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = surroundings.Folder,
            EnvironmentName = Environments.Development,
        });
        Web.WebHost.UseKestrelCore();
    }

    public WebApplicationBuilder Web { get; }

    public FunctionPipeline Pipeline { get; } = new();

    public void AnswerHttp()
    {
    }

    public IHost Build() => Web.Build();
}
