using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Parked;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc parked progress</c>: how far an approved order is.</summary>
internal sealed class ParkedProgressCommand : DvcCommand
{
    private readonly Argument<Guid> _approval = new("approval") { Description = "The approval of the order." };

    public ParkedProgressCommand(CliEnvironment environment)
        : base(environment, "progress", "Show how far an approved order about parked messages is.") => Arguments.Add(_approval);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var progress = await work.Desk<ParkedReader>().ProgressAsync(arguments.GetValue(_approval), cancellationToken);
        if (progress.Total == 0) throw CliProblemException.NotFound("Chưa có lệnh nào được thực hiện theo đề nghị này.");
        return new Answer(
            progress, console => console.Line($"Đã đi tiếp {progress.Gone}/{progress.Total}, đang chờ đến lượt {progress.Waiting}, lại dừng {progress.ParkedAgain}."));
    }
}
