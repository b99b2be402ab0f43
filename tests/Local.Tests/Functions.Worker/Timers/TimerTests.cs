using System.Net;
using System.Net.Http.Json;
using Campaigns.Local.Functions.Worker.Timers;
using Campaigns.TestSupport;

namespace Local.Tests.Functions.Worker.Timers;

public sealed class TimerTests(AzuriteFixture azurite)
{
    private const string Hourly = "0 0 * * * *";
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_timer_runs_at_its_time()
    {
        var timer = new TimerHost(azurite);
        await using var host = await timer.StartAsync(Hourly);
        await timer.WaitingForAsync(Day.AddHours(11));
        Assert.Empty(timer.Runs);

        timer.AdvanceTo(Day.AddHours(11));
        await timer.WaitingForAsync(Day.AddHours(12));

        var run = Assert.Single(timer.Runs);
        Assert.False(run.IsPastDue);
        Assert.Equal(Day.AddHours(12).UtcDateTime, run.ScheduleStatus!.Next);
    }

    [Fact]
    public async Task A_timer_missed_while_the_host_was_down_runs_once_with_IsPastDue()
    {
        var timer = new TimerHost(azurite);
        await using (await timer.StartAsync(Hourly))
        {
            await timer.WaitingForAsync(Day.AddHours(11));
        }

        timer.AdvanceTo(Day.AddHours(13.5));
        await using var host = await timer.StartAsync(Hourly);
        await timer.WaitingForAsync(Day.AddHours(14));
        Assert.True(Assert.Single(timer.Runs).IsPastDue);

        timer.AdvanceTo(Day.AddHours(14));
        await timer.WaitingForAsync(Day.AddHours(15));
        Assert.Equal([true, false], timer.Runs.Select(static run => run.IsPastDue));
        Assert.Equal(Day.AddHours(11).UtcDateTime, timer.Runs.Last().ScheduleStatus!.Last);
    }

    [Fact]
    public async Task Two_hosts_on_one_storage_account_never_run_an_occurrence_twice()
    {
        var timer = new TimerHost(azurite);
        await using var one = await timer.StartAsync(Hourly);
        await using var other = await timer.StartAsync(Hourly);
        for (var hour = 11; hour <= 18; hour++)
        {
            await timer.WaitingForAsync(Day.AddHours(hour), hosts: 2);
            timer.AdvanceTo(Day.AddHours(hour));
        }

        await timer.WaitingForAsync(Day.AddHours(19), hosts: 2);
        Assert.Equal(8, timer.Runs.Count);
    }

    [Fact]
    public async Task A_timer_never_runs_twice_at_once_however_long_it_takes()
    {
        var timer = new TimerHost(azurite);
        var gate = new TaskCompletionSource();
        timer.Gate = gate.Task;
        await using var one = await timer.StartAsync("0 * * * * *");
        await using var other = await timer.StartAsync("0 * * * * *");
        await timer.WaitingForAsync(Day.AddHours(10).AddMinutes(1), hosts: 2);
        timer.AdvanceTo(Day.AddHours(10).AddMinutes(1));
        await Wait.UntilAsync(() => timer.Running == 1, "the timer runs");

        for (var passed = 0; passed < 12; passed++)
        {
            var renewal = timer.Clock.GetUtcNow() + (TimerRun.Lease / 3);
            await Wait.UntilAsync(() => timer.Clock.WaitingFor(renewal) == 1, "the lease was renewed and will be again");
            timer.AdvanceTo(renewal);
        }

        await Wait.UntilAsync(
            async () => (await timer.Table.FindAsync("Tick", default))!.LeasedUntil >= timer.Clock.GetUtcNow() + (TimerRun.Lease / 2),
            "the lease is renewed");
        Assert.Equal((1, 1), (timer.Running, timer.Runs.Count));
        gate.SetResult();
        await Wait.UntilAsync(
            () =>
            {
                timer.Clock.Advance(TimeSpan.FromSeconds(1));
                return timer.Runs.Count > 1;
            },
            "the occurrences that passed meanwhile run");
        Assert.True(timer.Runs.ElementAt(1).IsPastDue);
    }

    [Fact]
    public async Task A_failing_timer_runs_again_at_its_next_time_only()
    {
        var timer = new TimerHost(azurite);
        await using var host = await timer.StartAsync(Hourly, typeof(TimerHost.FailingTick));
        await timer.WaitingForAsync(Day.AddHours(11));
        timer.AdvanceTo(Day.AddHours(11));
        await timer.WaitingForAsync(Day.AddHours(12));

        Assert.Single(timer.Runs);
    }

    [Fact]
    public async Task A_timer_whose_schedule_changed_while_the_host_was_down_has_missed_nothing()
    {
        var timer = new TimerHost(azurite);
        await using (await timer.StartAsync(Hourly))
        {
            await timer.WaitingForAsync(Day.AddHours(11));
        }

        timer.AdvanceTo(Day.AddHours(13.5));
        await using var host = await timer.StartAsync("0 45 * * * *");
        await timer.WaitingForAsync(Day.AddHours(13.75));

        Assert.Empty(timer.Runs);
    }

    [Fact]
    public async Task A_timer_runs_by_hand()
    {
        var timer = new TimerHost(azurite);
        await using var host = await timer.StartAsync(Hourly);
        await timer.WaitingForAsync(Day.AddHours(11));

        Assert.Equal(HttpStatusCode.Accepted, (await host.Http.PostAsJsonAsync("/admin/functions/tick", new { })).StatusCode);
        await Wait.UntilAsync(() => timer.Runs.Count == 1, "the timer runs");

        Assert.False(timer.Runs.Single().IsPastDue);
        Assert.Equal(Day.AddHours(11), (await timer.Table.FindAsync("Tick", default))!.Next);
    }

    [Fact]
    public async Task Only_a_known_function_with_a_JSON_object_runs_by_hand()
    {
        var timer = new TimerHost(azurite);
        await using var host = await timer.StartAsync(Hourly);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.PostAsJsonAsync("/admin/functions/other", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/admin/functions/tick")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await host.Http.PostAsync("/admin/functions/tick", new StringContent("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.PostAsJsonAsync("/admin/functions/tick", "text")).StatusCode);
    }

    [Theory]
    [InlineData("Host: campaigns.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin: https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin: null", HttpStatusCode.Forbidden)]
    [InlineData("X-Forwarded-For: 10.0.0.7", HttpStatusCode.Forbidden)]
    [InlineData("X-Forwarded-Host: campaigns.example", HttpStatusCode.Forbidden)]
    [InlineData("Forwarded: for=10.0.0.7", HttpStatusCode.Forbidden)]
    [InlineData("X-Forwarded-Proto: https", HttpStatusCode.Accepted)]
    [InlineData("Origin: http://localhost:7071", HttpStatusCode.Accepted)]
    [InlineData("Host: [::1]:7071", HttpStatusCode.Accepted)]
    public async Task A_function_runs_by_hand_for_this_machine_alone(string header, HttpStatusCode expected)
    {
        var timer = new TimerHost(azurite);
        await using var host = await timer.StartAsync(Hourly);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/functions/tick") { Content = JsonContent.Create(new { }) };
        request.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);

        Assert.Equal(expected, (await host.Http.SendAsync(request)).StatusCode);
    }
}
