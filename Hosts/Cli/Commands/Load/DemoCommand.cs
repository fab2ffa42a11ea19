using System.CommandLine;
using DichVuCong.Cli.Load.Drawing;
using DichVuCong.Cli.Load.Portal;
using DichVuCong.Cli.Load.Running;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Load;

/// <summary><c>dvc demo</c>: what <c>build/up</c> shows: dossiers are filed and their journeys watched until Ctrl-C.</summary>
internal sealed class DemoCommand : DvcCommand
{
    private readonly Option<int> _count = Parameters.Count("--dossiers", "How many dossiers to file.", 40, most: 100_000);
    private readonly Option<bool> _untilDone = new("--until-done") { Description = "End when every dossier is in a final state, instead of at Ctrl-C." };

    public DemoCommand(CliEnvironment environment)
        : base(environment, "demo", "File some dossiers and watch their journeys. Development only.")
    {
        Options.Add(_count);
        Options.Add(_untilDone);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = new CliSettings(Environment.Variable);
        settings.RequireDevelopment("dvc demo");
        var (count, untilDone) = (arguments.GetValue(_count), arguments.GetValue(_untilDone));
        var now = Environment.Time.GetUtcNow();
        using var portal = new PortalClient(settings.Gateway);
        var source = new FilingSource(
            DrawnProcedures.Shipped(), new FilingShares { Counter = 0.15 }, seed: (int)(now.UtcTicks % int.MaxValue), $"demo-{now:yyyyMMddHHmmssfff}",
            VietnamTime.DayOf(now), settings.Sandbox);
        var journeys = new Journeys();
        var submission = new Submission(source, portal, journeys, Environment.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var follower = new EventFollower(portal, journeys, Environment.Time);
        var board = new DemoBoard();
        follower.OnStep = board.Add;
        await follower.StartAsync(cancellationToken);
        var isWatched = Environment.IsTerminal && !arguments.GetValue(Parameters.Json);
        if (!isWatched) follower.OnStep = step => Environment.Error.WriteLine(DemoBoard.LineOf(step));
        var following = follower.RunAsync(stop.Token);
        // The first dossiers should arrive before the eye tires: all are filed within ten seconds.
        var submitting = submission.RunAsync(new SubmissionPlan(count, Concurrency: 4, Rate: Math.Max(4, count / 10.0)), stop.Token);

        bool IsDone() => submitting.IsCompleted && journeys.Final >= submission.Result.Accepted;
        var watching = isWatched
            ? WatchAsync(board, count, submission, settings, () => untilDone && IsDone(), cancellationToken)
            : WaitAsync(() => untilDone && IsDone(), cancellationToken);
        await EndAsync(watching);
        await stop.CancelAsync();
        await following;
        await EndAsync(submitting);
        var result = submission.Result;
        var model = new { submitted = result.Submitted, accepted = result.Accepted, refused = result.Refused, final = journeys.Final };
        return new Answer(
            model, console => console.Line($"Đã nộp {result.Submitted}, tiếp nhận {result.Accepted}, đến trạng thái cuối {journeys.Final}, bị từ chối {result.Refused}."),
            untilDone && result.Refused > 0 ? ExitCodes.Problems : ExitCodes.Ok);
    }

    private async Task WatchAsync(
        DemoBoard board, int count, Submission submission, CliSettings settings, Func<bool> isDone, CancellationToken cancellationToken)
    {
        var footer = $"Cổng vào {settings.Gateway}  Mô phỏng {settings.Sandbox}  Xem một hồ sơ: build/dvc dossier show <mã>  Dừng: Ctrl-C";
        var console = Tables.ConsoleOf(Environment);
        await console.Live(board.Render(count, footer)).AutoClear(false).StartAsync(async live =>
        {
            while (!isDone())
            {
                board.Filed = submission.Result.Accepted + submission.Result.Queued;
                live.UpdateTarget(board.Render(count, footer));
                live.Refresh();
                await Task.Delay(TimeSpan.FromMilliseconds(250), Environment.Time, cancellationToken);
            }

            live.UpdateTarget(board.Render(count, footer));
        });
    }

    private async Task WaitAsync(Func<bool> isDone, CancellationToken cancellationToken)
    {
        while (!isDone()) await Task.Delay(TimeSpan.FromMilliseconds(250), Environment.Time, cancellationToken);
    }

    /// <summary>Ctrl-C is how a demo ends: nothing went wrong.</summary>
    private static async Task EndAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // Ended by the user.
        }
    }
}
