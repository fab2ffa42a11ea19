using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary>What is done with a request.</summary>
internal enum RequestVerb
{
    /// <summary>Found valid (A10.3a).</summary>
    Check,

    /// <summary>Approved, and for a new account made.</summary>
    Approve,

    /// <summary>Refused with a reason.</summary>
    Refuse,
}

/// <summary><c>dvc accounts check|approve|refuse</c>: who found a request valid does not approve it too; the account's saga sees to it.</summary>
internal sealed class DecideRequestCommand : DvcCommand
{
    private readonly RequestVerb _verb;
    private readonly Argument<string> _request = new("request") { Description = "The request, as dvc accounts requests lists it." };
    private readonly Option<string?> _reason;

    public DecideRequestCommand(CliEnvironment environment, RequestVerb verb)
        : base(environment, verb switch { RequestVerb.Check => "check", RequestVerb.Approve => "approve", _ => "refuse" }, DescriptionOf(verb))
    {
        _verb = verb;
        _reason = AccountParameters.Reason(required: verb == RequestVerb.Refuse);
        Arguments.Add(_request);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (id, reason) = (arguments.GetRequiredValue(_request), arguments.GetValue(_reason) ?? "");
        await using var work = Open();
        var standings = new AccountStandings(work.Source);
        if (await new RoutedRequests(work.Source).AccountOfAsync(id, cancellationToken) is not { } account
            || await standings.RequestAsync(account, id, cancellationToken) is not { } request)
            throw CliProblemException.NotFound($"There is no request {id} here.");
        var by = AccountDoor.By(work);
        await AccountDoor.SayAsync(work, MessagesOf(request, by, reason), cancellationToken);
        return new Answer(
            new { request = id, account = account.Value, by, ordered = Name },
            console => console.Line($"Đã ghi nhận cho đề nghị {id} của {account}; kết quả xem bằng: dvc accounts show {account}"));
    }

    private IReadOnlyList<object> MessagesOf(RequestRow request, string by, string reason) => (_verb, request.State) switch
    {
        (RequestVerb.Check, AccountRequestState.Received) => [new CheckRequest(request.Account, request.Id, Valid: true, by, reason)],
        // What is refused before it was checked is found not valid.
        (RequestVerb.Refuse, AccountRequestState.Received) => [new CheckRequest(request.Account, request.Id, Valid: false, by, reason)],
        (RequestVerb.Refuse, AccountRequestState.Checked) => [new DecideRequest(request.Account, request.Id, Approved: false, by, reason)],
        (RequestVerb.Approve, AccountRequestState.Checked) when request.Kind == AccountRequestKind.Create =>
            [new DecideRequest(request.Account, request.Id, Approved: true, by, reason), Creation(request, by)],
        (RequestVerb.Approve, AccountRequestState.Checked) => [new DecideRequest(request.Account, request.Id, Approved: true, by, reason)],
        _ => throw CliProblemException.Refused($"{request.Id} stands at '{AccountWords.Of(request.State)}': it cannot be {Past(_verb)} there."),
    };

    // Of an approved request only the account, who makes it and why count: the rest was asked for and approved.
    private static CreateAccount Creation(RequestRow request, string by) => new(
        request.Account, AccountKind.AgencyAdministrator, request.Agency, GroupSet.None, GroupSet.None, [], by, $"Đề nghị {request.Id}");

    private static string Past(RequestVerb verb) => verb switch { RequestVerb.Check => "checked", RequestVerb.Approve => "approved", _ => "refused" };

    private static string DescriptionOf(RequestVerb verb) => verb switch
    {
        RequestVerb.Check => "Record that a request is valid.",
        RequestVerb.Approve => "Approve a request that somebody else has checked; a new account is made.",
        _ => "Refuse a request with the reason.",
    };
}
