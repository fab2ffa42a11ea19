using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Saga.Accounts.Citizens;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary><c>dvc accounts restores</c>: citizens who ask for their locked account, with the 8 working hours.</summary>
internal sealed class RestoresCommand : DvcCommand
{
    private readonly Option<bool> _overdue = new("--overdue") { Description = "Only those whose 8 working hours have passed." };
    private readonly Option<int> _limit = Parameters.Limit(100);

    public RestoresCommand(CliEnvironment environment)
        : base(environment, "restores", "List citizens' requests to restore a locked account, the first to be due first.")
    {
        Options.Add(_overdue);
        Options.Add(_limit);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var now = Environment.Time.GetUtcNow();
        var requests = await new CitizenRestores(work.Source, new CitizenRules()).OpenAsync(
            arguments.GetValue(_overdue) ? now : null, arguments.GetValue(_limit), cancellationToken);
        return new Answer(new { requests }, console =>
        {
            var table = Tables.Of("Tài khoản", "Yêu cầu", "Nhận lúc", "Hạn trả lời");
            foreach (var row in requests) table.Row(row.Citizen, row.Id, Tables.Time(row.AskedAt), Tables.Time(row.Deadline) + (row.Deadline < now ? " (quá hạn)" : ""));
            console.Write(table);
            console.Line($"{requests.Count} yêu cầu.");
        });
    }
}

/// <summary><c>dvc accounts restore</c>: the answer goes to the citizen on the registered channels.</summary>
internal sealed class RestoreAnswerCommand : DvcCommand
{
    private readonly Argument<string> _citizen = new("citizen") { Description = "The portal's id of the account." };
    private readonly Argument<string> _request = new("request") { Description = "The request, as dvc accounts restores lists it." };
    private readonly Option<bool> _accept = new("--accept") { Description = "The account is in use again." };
    private readonly Option<bool> _refuse = new("--refuse") { Description = "It stays locked." };
    private readonly Option<string?> _reason = AccountParameters.Reason(required: true);

    public RestoreAnswerCommand(CliEnvironment environment)
        : base(environment, "restore", "Answer a citizen's request to restore a locked account; the citizen is told by SMS and e-mail.")
    {
        foreach (var argument in new[] { _citizen, _request }) Arguments.Add(argument);
        foreach (var option in new Option[] { _accept, _refuse, _reason }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var accepted = arguments.GetValue(_accept);
        if (accepted == arguments.GetValue(_refuse)) throw CliProblemException.Usage("Say --accept or --refuse.");
        var (citizen, request) = (arguments.GetRequiredValue(_citizen), arguments.GetRequiredValue(_request));
        await using var work = Open();
        var isDone = await new CitizenRestores(work.Source, new CitizenRules()).AnswerAsync(
            citizen, request, accepted, AccountDoor.By(work), arguments.GetRequiredValue(_reason)!, Environment.Time.GetUtcNow(), cancellationToken);
        if (!isDone) throw CliProblemException.NotFound($"No request {request} of {citizen} waits for an answer.");
        return new Answer(
            new { citizen, request, accepted }, console => console.Line(accepted ? $"Đã khôi phục tài khoản {citizen}." : $"Đã từ chối khôi phục tài khoản {citizen}."));
    }
}
