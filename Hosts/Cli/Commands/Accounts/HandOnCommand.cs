using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary><c>dvc accounts hand-on</c>: a request of the Department's systems went to the Department (A10.5).</summary>
internal sealed class HandOnCommand : DvcCommand
{
    private readonly Argument<string> _request = new("request") { Description = "The request, as dvc accounts requests --department lists it." };
    private readonly Option<string> _document = new("--document") { Description = "The document by which it was handed on.", HelpName = "NUMBER", Required = true };

    public HandOnCommand(CliEnvironment environment)
        : base(environment, "hand-on", "Record that a request was handed on to the Administrative Procedure Control Department.")
    {
        Arguments.Add(_request);
        Options.Add(_document);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (id, document) = (arguments.GetRequiredValue(_request), arguments.GetRequiredValue(_document).Trim());
        if (document.Length is 0 or > 100) throw CliProblemException.Usage("--document must have 1 to 100 characters.");
        await using var work = Open();
        if (!await new RoutedRequests(work.Source).HandOnAsync(id, document, AccountDoor.By(work), cancellationToken))
            throw CliProblemException.NotFound($"No request {id} waits to be handed on.");
        return new Answer(new { request = id, document }, console => console.Line($"Đã ghi nhận việc chuyển đề nghị {id} theo văn bản {document}."));
    }
}
