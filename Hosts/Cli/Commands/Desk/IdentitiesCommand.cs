using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Identities;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc approvals identities</c>: which accounts belong to one person.</summary>
internal sealed class IdentitiesCommand(CliEnvironment environment) : DvcCommand(environment, "identities", "List the accounts that are one person's: four eyes count them as one.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var accounts = await work.Desk<IdentityDesk>().ListAsync(Environment.Person, cancellationToken);
        return new Answer(new { accounts }, console =>
        {
            var table = Tables.Of("Người", "Tài khoản", "Từ", "Ai nối", "Lý do");
            foreach (var one in accounts) table.Row(one.Person.ToString("N")[^6..], one.Account, Tables.Time(one.LinkedAt), one.LinkedBy, one.Reason);
            console.Write(table);
        });
    }
}

/// <summary><c>dvc approvals link|unlink</c>: says that two accounts are one person's, or that one is a person of its own.</summary>
internal sealed class IdentityOrderCommand : DvcCommand
{
    private readonly Argument<string> _account = new("account") { Description = "The identity provider's subject, or os:user." };
    private readonly Argument<string> _other = new("other") { Description = "Another account of the same person." };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who ordered it.", required: true);
    private readonly bool _links;

    public IdentityOrderCommand(CliEnvironment environment, bool links)
        : base(environment, links ? "link" : "unlink", links ? "Say that two accounts are one person's. Nobody does about their own." : "Say that an account is a person of its own.")
    {
        _links = links;
        Arguments.Add(_account);
        if (links) Arguments.Add(_other);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var (desk, account, reason) = (work.Desk<IdentityDesk>(), arguments.GetValue(_account)!, arguments.GetValue(_reason));
        if (_links) await desk.LinkAsync(Environment.Person, account, arguments.GetValue(_other), reason, cancellationToken);
        else await desk.UnlinkAsync(Environment.Person, account, reason, cancellationToken);
        return new Answer(new { account, linked = _links }, console => console.Line(_links ? $"{account}: đã nối với {arguments.GetValue(_other)}." : $"{account}: đã tách."));
    }
}
