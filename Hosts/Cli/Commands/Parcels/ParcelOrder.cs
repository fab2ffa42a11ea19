using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Parcels;

namespace DichVuCong.Cli.Commands.Parcels;

/// <summary>A command that orders something about one parcel. What its state does not allow is refused, and leaves nothing half done.</summary>
internal abstract class ParcelOrder : DvcCommand
{
    private readonly Argument<ParcelId> _parcel = ParcelParameters.Parcel();

    protected ParcelOrder(CliEnvironment environment, string name, string description)
        : base(environment, name, description) => Arguments.Add(_parcel);

    /// <summary>Hands the order in.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="allowed">The states in which it makes sense.</param>
    /// <param name="order">The order.</param>
    /// <param name="name">Its name.</param>
    /// <param name="text">What is answered.</param>
    /// <param name="cancellationToken">Cancels.</param>
    protected async Task<Answer> OrderAsync(
        ParseResult arguments, IReadOnlyList<ParcelState> allowed, Func<ParcelId, object> order, string name, string text, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var parcel = arguments.GetValue(_parcel);
        var row = await new ParcelLookup(work.Source).FindAsync(parcel, cancellationToken) ?? throw CliProblemException.NotFound($"Không có bưu gửi {parcel}.");
        if (!allowed.Contains(row.State)) throw CliProblemException.Refused($"Bưu gửi {parcel} đang ở trạng thái {ParcelStateNames.Of(row.State)}: không thể {text}.");
        var dossier = await work.Dossiers.FindAsync(parcel.Dossier, cancellationToken) ?? throw CliProblemException.NotFound($"Không có hồ sơ {parcel.Dossier}.");
        await CommandDoor.PostAsync(work, dossier.Flow, order(parcel), cancellationToken);
        return new Answer(new { parcel = parcel.Value, order = name }, console => console.Line($"Đã yêu cầu {text} bưu gửi {parcel}. Theo dõi: dvc parcels show {parcel}"));
    }
}

/// <summary><c>dvc parcels reorder</c>: an address or a refusal is mended, or a parcel that came back is to go out again.</summary>
internal sealed class ParcelReorderCommand(CliEnvironment environment) : ParcelOrder(environment, "reorder", "Order a parcel at the post once more.")
{
    private static readonly ParcelState[] Allowed = [ParcelState.Held, ParcelState.Returned, ParcelState.Failed, ParcelState.Cancelled];

    protected override Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken) => OrderAsync(
        arguments, Allowed, parcel => new ReorderParcel(parcel, Environment.Operator, Guid.CreateVersion7(Environment.Time.GetUtcNow())), "reorder", "đặt lại",
        cancellationToken);
}

/// <summary><c>dvc parcels cancel</c>: nobody is to carry it.</summary>
internal sealed class ParcelCancelCommand : ParcelOrder
{
    private static readonly ParcelState[] Allowed = [ParcelState.Asked, ParcelState.Ordered, ParcelState.Held, ParcelState.Created];

    private readonly Option<string?> _reason = Parameters.Reason("Why, without personal data.", required: true);

    public ParcelCancelCommand(CliEnvironment environment)
        : base(environment, "cancel", "Cancel a parcel that the post has not picked up.") => Options.Add(_reason);

    protected override Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken) => OrderAsync(
        arguments, Allowed, parcel => new CancelParcel(parcel, arguments.GetValue(_reason)!, Environment.Operator), "cancel", "huỷ", cancellationToken);
}

/// <summary><c>dvc parcels close</c>: the post says nothing, or nothing that is understood, and somebody knows what became of the parcel.</summary>
internal sealed class ParcelCloseCommand : ParcelOrder
{
    private static readonly ParcelState[] Allowed = [ParcelState.Ordered, ParcelState.Created, ParcelState.PickedUp, ParcelState.InTransit, ParcelState.Failed];
    private static readonly ParcelState[] Ends = [ParcelState.Delivered, ParcelState.Returned, ParcelState.Failed];

    private readonly Option<ParcelState> _state = new("--state") { Description = "What became of it: delivered, returned or failed.", HelpName = "STATE", Required = true };
    private readonly Option<string?> _reason = Parameters.Reason("How that is known, without personal data.", required: true);

    public ParcelCloseCommand(CliEnvironment environment)
        : base(environment, "close", "Say what became of a parcel, in the post's place.")
    {
        _state.Validators.Add(result =>
        {
            if (!result.Errors.Any() && !Ends.Contains(result.GetValueOrDefault<ParcelState>())) result.AddError("--state must be delivered, returned or failed.");
        });
        Options.Add(_state);
        Options.Add(_reason);
    }

    protected override Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var now = Environment.Time.GetUtcNow();
        return OrderAsync(
            arguments, Allowed,
            parcel => new CloseParcel(parcel, arguments.GetValue(_state), now, arguments.GetValue(_reason)!, Environment.Operator, Guid.CreateVersion7(now)),
            "close", "kết thúc", cancellationToken);
    }
}
