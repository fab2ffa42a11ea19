using DichVuCong.Messaging;
using DichVuCong.OneStop.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace DichVuCong.OneStop.Tests.Outbound;

internal sealed class When_an_agency_is_slow
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ManualTime _time = new();
    private TaskCompletionSource _arrived = null!;
    private FakeAgency _agency = null!;
    private Delivery _delivery = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _agency = await FakeAgency.StartAsync();
        _delivery = new Delivery(Contents.System(_agency.BaseUrl), _time);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _delivery.Dispose();
        await _agency.DisposeAsync();
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Should_not_know_when_the_time_of_the_call_is_over(bool afterHeaders)
    {
        Hangs(afterHeaders);
        var call = _delivery.CallAsync();
        await _arrived.Task.WaitAsync(Patience);

        _time.Advance(Delivery.Call.Timeout);

        var outcome = await call.WaitAsync(Patience);
        (outcome.Kind, outcome.Reason).ShouldBe((OutcomeKind.Unknown, "timed out after sending"));
    }

    [Test]
    public async Task Should_not_know_either_when_a_look_up_takes_too_long()
    {
        Hangs(afterHeaders: false);
        var question = _delivery.AskAsync();
        await _arrived.Task.WaitAsync(Patience);

        _time.Advance(Delivery.Call.Timeout);

        (await question.WaitAsync(Patience)).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [Test]
    public async Task Should_stop_when_its_caller_does()
    {
        Hangs(afterHeaders: false);
        using var stop = new CancellationTokenSource();
        var call = _delivery.CallAsync(cancellationToken: stop.Token);
        await _arrived.Task.WaitAsync(Patience);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call.WaitAsync(Patience));
    }

    private void Hangs(bool afterHeaders) => _agency.Answer = async context =>
    {
        if (afterHeaders)
        {
            await context.Response.WriteAsync("{\"error_code\":");
            await context.Response.Body.FlushAsync();
        }

        _arrived.TrySetResult();
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    };
}
