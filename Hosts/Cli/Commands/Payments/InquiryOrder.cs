using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>A command that says something in one inquiry.</summary>
internal abstract class InquiryOrder : DvcCommand
{
    /// <summary>Creates it.</summary>
    protected InquiryOrder(CliEnvironment environment, string name, string description)
        : base(environment, name, description) => Arguments.Add(Difference);

    /// <summary>The difference.</summary>
    protected Argument<string> Difference { get; } = PaymentParameters.Difference();

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var difference = arguments.GetValue(Difference)!;
        var desk = new InquiryDesk(work.Source);
        var inquiry = await desk.FindAsync(difference, cancellationToken) ?? throw CliProblemException.NotFound($"Không có sai lệch {difference}.");
        var steps = await desk.StepsAsync(difference, cancellationToken);
        var (message, said) = Decide(arguments, inquiry, steps);
        // The same words to the same state of the inquiry are one step, however often the command is given.
        var identity = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"dvc\n{Environment.Operator}\n{difference}\n{Name}\n{said}\n{steps.Count}\n{inquiry.State}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity));
        var answer = await CommandDoor.PayAsync(
            work,
            new DoorCall { Identity = new CallIdentity(PaymentEndpoints.InquirySteps, hash, hash), Messages = [new DoorMessage(message, PaymentFlow.Shared)] },
            cancellationToken);
        var isNew = answer.Verdict == DoorVerdict.New;
        return new Answer(
            new { difference, order = Name, isNew },
            console => console.Line($"{(isNew ? "Đã ghi" : "Đã ghi từ trước, không ghi thêm")}. Theo dõi: dvc payments inquiry {difference}"));
    }

    /// <summary>The message, and what of it makes it another step than the ones before.</summary>
    /// <exception cref="CliProblemException">The inquiry does not allow it.</exception>
    protected abstract (object Message, string Said) Decide(ParseResult arguments, InquiryRow inquiry, IReadOnlyList<InquiryStepRow> steps);
}
