using Campaigns;
using Campaigns.Http;
using Campaigns.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<Invocations>();
builder.UseWhen<Tracing>(Door.IsHttp);
builder.UseWhen<AnswerHeaders>(Door.IsHttp);
builder.UseWhen<Failures>(Door.IsHttp);
builder.UseWhen<Cors>(Door.IsHttp);
builder.UseWhen<Door>(Door.IsHttp);
builder.Services.AddCampaigns(builder.Configuration);
// Kestrel's own limit is 30,000,000 bytes; the Functions host's is 100 MB (FUNCTIONS_REQUEST_BODY_SIZE_LIMIT).
builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = 104_857_600);
builder.Build().Run();
