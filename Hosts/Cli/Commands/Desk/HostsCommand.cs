using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc hosts</c>: who runs sagas.</summary>
internal sealed class HostsCommand : DvcCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly Option<int?> _wait = new("--wait") { Description = "Wait so many seconds for a host that is alive.", HelpName = "SECONDS" };

    public HostsCommand(CliEnvironment environment)
        : base(environment, "hosts", "List the hosts that run sagas; ends with 1 when none is alive.") => Options.Add(_wait);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var (list, began) = (new HostList(work.Source), Environment.Time.GetTimestamp());
        var patience = TimeSpan.FromSeconds(arguments.GetValue(_wait) ?? 0);
        var hosts = await list.ListAsync(cancellationToken);
        while (!hosts.Any(host => host.IsAlive) && Environment.Time.GetElapsedTime(began) < patience)
        {
            await Task.Delay(Look, Environment.Time, cancellationToken);
            hosts = await list.ListAsync(cancellationToken);
        }

        return new Answer(
            new { hosts },
            console =>
            {
                var table = Tables.Of("Loại", "Máy", "Bản dựng", "Luồng xử lý", "Chạy từ", "Nhịp cuối", "Tình trạng");
                foreach (var host in hosts)
                {
                    table.Row(
                        host.Kind, host.Machine, host.Build, host.Workers.ToString(CultureInfo.InvariantCulture),
                        Tables.Time(host.StartedAt), Tables.Time(host.Heartbeat), host.IsAlive ? "đang chạy" : "mất nhịp");
                }

                console.Write(table);
            },
            hosts.Any(host => host.IsAlive) ? ExitCodes.Ok : ExitCodes.Problems);
    }
}
