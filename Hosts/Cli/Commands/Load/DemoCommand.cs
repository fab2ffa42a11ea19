using System.Collections.Concurrent;
using System.CommandLine;
using DichVuCong.Cli.Load.Drawing;
using DichVuCong.Cli.Load.Payments;
using DichVuCong.Cli.Load.Portal;
using DichVuCong.Cli.Load.Running;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Load;

/// <summary><c>dvc demo</c>: what <c>build/up</c> shows: dossiers are filed and their journeys watched until Ctrl-C.</summary>
internal sealed class DemoCommand : DvcCommand
{
    /// <summary>The Sandbox's banks, in turn: those that every Development has.</summary>
    private static readonly string[] Partners = ["vnpay", "vietqr", "mb"];

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
        var isWatched = Environment.IsTerminal && !arguments.GetValue(Parameters.Json);
        using var gateway = new PaymentClient(settings.Gateway);
        using var banks = new BankClient(settings.Sandbox);
        var payer = new FeePayer(gateway, banks, Partners, Environment.Time)
        {
            OnStep = fee =>
            {
                board.Add(fee);
                if (!isWatched) Environment.Error.WriteLine(DemoBoard.LineOf(fee));
            },
        };
        var paying = new ConcurrentBag<Task>();
        follower.OnStep = step =>
        {
            board.Add(step);
            if (!isWatched) Environment.Error.WriteLine(DemoBoard.LineOf(step));
            if (FeePayer.IsAsked(step)) paying.Add(EndAsync(payer.PayAsync(step.Code, stop.Token)));
        };
        foreach (var identity in SampleSignIn.Sources)
        {
            var said = await SampleSignIn.RunAsync(settings.Sandbox, identity, cancellationToken);
            await Environment.Error.WriteLineAsync($"{VietnamTime.Local(Environment.Time.GetUtcNow()):HH:mm:ss}  {said} ({identity})");
        }

        await follower.StartAsync(cancellationToken);
        var following = follower.RunAsync(stop.Token);
        // The first dossiers should arrive before the eye tires: all are filed within ten seconds.
        var submitting = submission.RunAsync(new SubmissionPlan(count, Concurrency: 4, Rate: Math.Max(4, count / 10.0)), stop.Token);

        bool IsDone() => submitting.IsCompleted && journeys.Final >= submission.Result.Accepted && paying.All(each => each.IsCompleted);
        var watching = isWatched
            ? WatchAsync(board, count, submission, settings, () => untilDone && IsDone(), cancellationToken)
            : WaitAsync(() => untilDone && IsDone(), cancellationToken);
        await EndAsync(watching);
        await stop.CancelAsync();
        await following;
        await EndAsync(submitting);
        await Task.WhenAll(paying);
        var result = submission.Result;
        var model = new
        {
            submitted = result.Submitted,
            accepted = result.Accepted,
            refused = result.Refused,
            final = journeys.Final,
            fees = board.Fees,
            paid = board.Paid,
        };
        return new Answer(
            model,
            console => console.Line(
                $"Đã nộp {result.Submitted}, tiếp nhận {result.Accepted}, đến trạng thái cuối {journeys.Final}, bị từ chối {result.Refused}. "
                + $"Khoản phí đã đưa cho người nộp {board.Fees}, đã thanh toán {board.Paid}."),
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
        catch (HttpRequestException)
        {
            // A host that stops takes what was under way with it: it stands on the dossier, and goes on when the host is back.
        }
    }
}
