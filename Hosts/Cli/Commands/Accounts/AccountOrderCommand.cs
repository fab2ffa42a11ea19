using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary>What is done with an account.</summary>
internal enum OrderVerb
{
    /// <summary>Access goes off until it is unlocked (A11.1).</summary>
    Lock,

    /// <summary>A lock or a suspension is lifted.</summary>
    Unlock,

    /// <summary>Signs of intrusion: off at once, the report follows (A11.3).</summary>
    Suspend,

    /// <summary>Taken away for good.</summary>
    Withdraw,
}

/// <summary><c>dvc accounts lock|unlock|suspend|withdraw</c>.</summary>
internal sealed class AccountOrderCommand : DvcCommand
{
    private readonly OrderVerb _verb;
    private readonly Argument<AccountId> _account = AccountParameters.Account();
    private readonly Option<string?> _reason = AccountParameters.Reason(required: true);

    private readonly Option<LockCause> _cause = new("--cause")
    {
        Description = "Why, by A11.1: transfer, leaving, authority, violation, inactivity, intrusion or request.",
        HelpName = "CAUSE",
        Required = true,
    };

    public AccountOrderCommand(CliEnvironment environment, OrderVerb verb)
        : base(environment, verb.ToString().ToLowerInvariant(), DescriptionOf(verb))
    {
        _verb = verb;
        Arguments.Add(_account);
        Options.Add(_reason);
        if (verb is OrderVerb.Lock or OrderVerb.Withdraw) Options.Add(_cause);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var account = await AccountParameters.FindAsync(work, arguments.GetRequiredValue(_account), cancellationToken);
        if (AccountGraph.IsFinal(account.State)) throw CliProblemException.Refused($"{account.Account} is over: {AccountWords.Of(account.State)}.");
        var (by, reason) = (AccountDoor.By(work), arguments.GetRequiredValue(_reason)!);
        object message = _verb switch
        {
            OrderVerb.Lock => new LockAccount(account.Account, arguments.GetValue(_cause), by, reason),
            OrderVerb.Unlock => new UnlockAccount(account.Account, by, reason),
            OrderVerb.Suspend => new SuspendAccount(account.Account, by, reason),
            _ => new WithdrawAccount(account.Account, arguments.GetValue(_cause), by, reason),
        };
        await AccountDoor.SayAsync(work, [message], cancellationToken);
        return new Answer(
            new { account = account.Account.Value, ordered = Name, by },
            console => console.Line($"Đã nhận lệnh cho {account.Account}; kết quả xem bằng: dvc accounts show {account.Account}"));
    }

    private static string DescriptionOf(OrderVerb verb) => verb switch
    {
        OrderVerb.Lock => "Lock an account at once.",
        OrderVerb.Unlock => "Lift a lock or a suspension.",
        OrderVerb.Suspend => "Suspend an account at once on signs of intrusion; the time for the report begins (A11.3).",
        _ => "Take an account away for good.",
    };
}
