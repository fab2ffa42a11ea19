using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Cli.Commands.Work;

/// <summary><c>dvc work acknowledge|assign|hand-over|note</c>: who takes it, and what is said.</summary>
internal sealed class WorkStepCommand : DvcCommand
{
    private readonly WorkStep _step;
    private readonly Argument<string> _item = WorkParameters.Item();
    private readonly Option<string?> _note = new("--note") { Description = "What is said, without personal data.", HelpName = "TEXT" };
    private readonly Option<string?> _to = new("--to") { Description = "Who has it from now on: a person, or a shift.", HelpName = "WHO" };

    public WorkStepCommand(CliEnvironment environment, WorkStep step)
        : base(environment, NameOf(step), DescriptionOf(step))
    {
        _step = step;
        Arguments.Add(_item);
        Options.Add(_note);
        if (step is WorkStep.Assigned or WorkStep.HandedOver) Options.Add(_to);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var id = arguments.GetValue(_item)!;
        var to = _step is WorkStep.Assigned or WorkStep.HandedOver ? arguments.GetValue(_to) : null;
        try
        {
            await WorkParameters.Desk(work).StepAsync(WorkParameters.Person(Environment), id, _step, arguments.GetValue(_note), to, cancellationToken);
        }
        catch (WorkException problem)
        {
            throw problem.Field == "item" ? CliProblemException.NotFound(problem.Message) : CliProblemException.Refused($"--{OptionOf(problem.Field)}: {problem.Message}");
        }

        return new Answer(new { item = id, step = NameOf(_step) }, console => console.Line($"Đã ghi: {OperatorWords.Of(_step)}. Xem lại: dvc work show {id}"));
    }

    private static string OptionOf(string field) => field == "assignee" ? "to" : field;

    private static string NameOf(WorkStep step) => step switch
    {
        WorkStep.Acknowledged => "acknowledge",
        WorkStep.Assigned => "assign",
        WorkStep.HandedOver => "hand-over",
        _ => "note",
    };

    private static string DescriptionOf(WorkStep step) => step switch
    {
        WorkStep.Acknowledged => "Say that somebody has seen it.",
        WorkStep.Assigned => "Give it to somebody.",
        WorkStep.HandedOver => "Hand it over to somebody else, with a note.",
        _ => "Note something about it.",
    };
}
