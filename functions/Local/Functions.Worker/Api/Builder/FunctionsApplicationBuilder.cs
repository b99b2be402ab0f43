using Campaigns.Local.Functions.Worker.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly LocalHostBuilder local;
    private readonly WebApplicationBuilder web;
    private bool built;

    internal FunctionsApplicationBuilder(string[] args, HostSurroundings surroundings)
    {
        local = new LocalHostBuilder(args, surroundings);
        web = local.Web;
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public ConfigurationManager Configuration => web.Configuration;

    public IHostEnvironment Environment => web.Environment;

    public ILoggingBuilder Logging => web.Logging;

    public IMetricsBuilder Metrics => web.Metrics;

    public IServiceCollection Services => web.Services;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        ThrowIfBuilt();
        local.Pipeline.Use(middleware);
        return this;
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);

    public IHost Build()
    {
        ThrowIfBuilt();
        built = true;
        return local.Build();
    }

    /// <summary>What <c>ConfigureFunctionsWebApplication</c> asks for: HTTP functions, their middleware from here on.</summary>
    internal void AnswerHttp() => local.AnswerHttp();

    private void ThrowIfBuilt()
    {
        if (built)
        {
            throw new InvalidOperationException("The application is already built.");
        }
    }
}
