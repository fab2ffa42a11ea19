using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Accounts.Desk;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary><c>dvc accounts requests</c>: what units asked for and is not done, with its 2 working hours (A10.4); with <c>--department</c> what is to be handed on (A10.5).</summary>
internal sealed class RequestsCommand : DvcCommand
{
    private readonly Option<bool> _overdue = new("--overdue") { Description = "Only those whose 2 working hours have passed." };
    private readonly Option<bool> _department = new("--department") { Description = "Those for the Department's systems, which are to be handed on to it." };
    private readonly Option<int> _limit = Parameters.Limit(100);

    public RequestsCommand(CliEnvironment environment)
        : base(environment, "requests", "List open requests of units, the first to be due first.")
    {
        foreach (var option in new Option[] { _overdue, _department, _limit }) Options.Add(option);
    }

    /// <summary>Requests as a table.</summary>
    public static Table TableOf(IReadOnlyList<RequestRow> requests, DateTimeOffset now)
    {
        var table = Tables.Of("Đề nghị", "Tài khoản", "Việc", "Đơn vị", "Tình trạng", "Đầy đủ lúc", "Hạn");
        foreach (var row in requests)
        {
            table.Row(
                row.Id, row.Account.Value, AccountWords.Of(row.Kind), row.Agency.Value, AccountWords.Of(row.State), Tables.Time(row.CompleteAt),
                Tables.Time(row.Deadline) + (row.IsOverdue || row.Deadline < now ? " (quá hạn)" : ""));
        }

        return table;
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var limit = arguments.GetValue(_limit);
        if (arguments.GetValue(_department)) return await DepartmentAsync(work, limit, cancellationToken);
        var now = Environment.Time.GetUtcNow();
        var requests = await new AccountWatchLists(work.Source).RequestsAsync(arguments.GetValue(_overdue) ? now : null, limit, cancellationToken);
        return new Answer(new { requests }, console =>
        {
            console.Write(TableOf(requests, now));
            console.Line($"{requests.Count} đề nghị.");
        });
    }

    private static async Task<Answer> DepartmentAsync(Workplace work, int limit, CancellationToken cancellationToken)
    {
        var routed = await new RoutedRequests(work.Source).OpenAsync(limit, cancellationToken);
        return new Answer(new { requests = routed }, console =>
        {
            var table = Tables.Of("Đề nghị", "Hệ thống", "Việc", "Đơn vị", "Văn bản", "Nhận lúc");
            foreach (var row in routed)
                table.Row(row.Id, AccountWords.Of(row.Target), AccountWords.Of(row.Kind), row.Agency.Value, row.DocumentNumber, Tables.Time(row.ReceivedAt));
            console.Write(table);
            console.Line($"{routed.Count} đề nghị cần chuyển Cục Kiểm soát thủ tục hành chính.");
        });
    }
}
