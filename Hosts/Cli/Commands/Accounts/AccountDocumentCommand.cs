using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary>What a document records.</summary>
internal enum DocumentVerb
{
    /// <summary>The hand-over (A10.3d).</summary>
    HandOver,

    /// <summary>The confidentiality commitment (A9.5).</summary>
    Commit,

    /// <summary>The report on a suspension (A11.3).</summary>
    Report,
}

/// <summary><c>dvc accounts hand-over|commit|report</c>: access is on after hand-over and commitment alone.</summary>
internal sealed class AccountDocumentCommand : DvcCommand
{
    private readonly DocumentVerb _verb;
    private readonly Argument<AccountId> _account = AccountParameters.Account();
    private readonly DocumentOptions _document = new(required: true);

    public AccountDocumentCommand(CliEnvironment environment, DocumentVerb verb)
        : base(environment, verb switch { DocumentVerb.HandOver => "hand-over", DocumentVerb.Commit => "commit", _ => "report" }, verb switch
        {
            DocumentVerb.HandOver => "Record that an account was handed over to the contact named.",
            DocumentVerb.Commit => "Record the confidentiality commitment.",
            _ => "Record the report on a suspension.",
        })
    {
        _verb = verb;
        Arguments.Add(_account);
        _document.AddTo(this);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var document = _document.Read(arguments, VietnamTime.DayOf(Environment.Time.GetUtcNow()))!;
        await using var work = Open();
        var account = await AccountParameters.FindAsync(work, arguments.GetRequiredValue(_account), cancellationToken);
        var by = AccountDoor.By(work);
        object message = _verb switch
        {
            DocumentVerb.HandOver => new HandOverAccount(account.Account, by, document),
            DocumentVerb.Commit => new KeepCommitment(account.Account, by, document),
            _ => new ReportSuspension(account.Account, by, document),
        };
        await AccountDoor.SayAsync(work, [message], cancellationToken);
        return new Answer(
            new { account = account.Account.Value, ordered = Name, by, document = document.Number },
            console => console.Line($"Đã ghi nhận văn bản {document.Number} cho {account.Account}."));
    }
}

/// <summary>The options that name a document.</summary>
internal sealed class DocumentOptions(bool required)
{
    private readonly Option<string?> _number = new("--document") { Description = "The document's number.", HelpName = "NUMBER", Required = required };
    private readonly Option<DateOnly?> _date = Parameters.Day("--document-date", "The document's date.");
    private readonly Option<string?> _file = new("--document-file") { Description = "The key under which its file is kept.", HelpName = "KEY", Required = required };

    /// <summary>Adds them.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _number, _date, _file }) command.Options.Add(option);
    }

    /// <summary>The document; null when none is named.</summary>
    public OfficialDocument? Read(ParseResult arguments, DateOnly today)
    {
        var (number, date, file) = (arguments.GetValue(_number)?.Trim(), arguments.GetValue(_date), arguments.GetValue(_file)?.Trim());
        if (!required && number is null && date is null && file is null) return null;
        if (number is not { Length: > 0 and <= 100 }) throw CliProblemException.Usage("--document must have 1 to 100 characters.");
        if (date is not { } on || on > today) throw CliProblemException.Usage("--document-date is needed, and is not in the future.");
        return file is { Length: > 0 and <= 200 } ? new OfficialDocument(number, on, file) : throw CliProblemException.Usage("--document-file must have 1 to 200 characters.");
    }
}
