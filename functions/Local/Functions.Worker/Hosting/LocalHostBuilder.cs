using System.Text.Json;
using Azure.Core.Serialization;
using Campaigns.Local.Functions.Worker.Http;
using Campaigns.Local.Functions.Worker.Invocation;
using Campaigns.Local.Functions.Worker.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>Puts the host together: settings, functions, triggers, and the server that they stand on.</summary>
internal sealed class LocalHostBuilder
{
    private readonly HostSurroundings surroundings;
    private readonly HostJson hostJson;
    private readonly AppSettings settings;
    private bool answersHttp;

    public LocalHostBuilder(string[] args, HostSurroundings surroundings)
    {
        RefusalNotice.Register();
        Place.MustBeLocal(surroundings.Environment, args);
        this.surroundings = surroundings;
        settings = new AppSettings(LocalSettings.Read(surroundings.Folder), surroundings.Environment);
        hostJson = HostJson.Read(surroundings.Folder, settings);
        Web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = surroundings.Functions.GetName().Name,
            ContentRootPath = surroundings.Folder,
            EnvironmentName = Environments.Development,
        });
        HostConfiguration.Fill(Web.Configuration, hostJson, settings, args);
        AddServices(Web.Services);
        Web.WebHost.UseKestrelCore();
        Web.Host.UseDefaultServiceProvider(static options => options.ValidateScopes = options.ValidateOnBuild = true);
    }

    public WebApplicationBuilder Web { get; }

    public FunctionPipeline Pipeline { get; } = new();

    public void AnswerHttp()
    {
        answersHttp = true;
        Pipeline.Use(HttpAnswer.Step);
        Web.Services.AddMvcCore();
    }

    public IHost Build()
    {
        var options = LocalHostOptions.From(Web.Configuration);
        LocalRuntime? runtime = null;
        Web.WebHost.ConfigureKestrel(kestrel => HostServer.Configure(kestrel, options));
        Web.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Drain + TimeSpan.FromSeconds(10));

        // After the app's own services, so that on the way out functions finish before what they use is stopped.
        Web.Services.AddHostedService(_ => runtime!);
        var app = Web.Build();
        var life = new HostLife(options.Drain, surroundings.Clock);
        var parts = new HostParts(surroundings, hostJson, settings, options, Pipeline, life, app.Services);
        runtime = parts.Assemble(answersHttp, app.Services.GetRequiredService<IInlineConstraintResolver>());
        app.Run(runtime.Http.HandleAsync);
        return new LocalHost(app, runtime, life, options.Port);
    }

    private void AddServices(IServiceCollection services)
    {
        services.AddLogging(logging => logging
            .AddConfiguration(Web.Configuration.GetSection("Logging"))
            .AddSimpleConsole(static console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            }));
        services.Configure<ConsoleLifetimeOptions>(static console => console.SuppressStatusMessages = true);
        services.AddRouting();
        services.Configure<JsonSerializerOptions>(static json => json.PropertyNameCaseInsensitive = true);
        services.AddOptions<WorkerOptions>().PostConfigure<IOptions<JsonSerializerOptions>>(
            static (worker, json) => worker.Serializer ??= new JsonObjectSerializer(json.Value));
    }
}
