using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Parcels;

namespace DichVuCong.Cli.Commands.Parcels;

/// <summary><c>dvc parcels list</c>: what the post carries and is not at its end.</summary>
internal sealed class ParcelsListCommand : DvcCommand
{
    private readonly Option<ParcelState?> _state = new("--state") { Description = "Only parcels in this state. Without it: those that are not over.", HelpName = "STATE" };

    private readonly Option<DossierCode?> _dossier = new("--dossier")
    {
        Description = "The parcels of a dossier, those that are over too.",
        HelpName = "CODE",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (DossierCode.TryParse(text, out var code)) return code;
            result.AddError($"'{text}' is not a dossier's code.");
            return null;
        },
    };

    private readonly Option<bool> _alarm = new("--alarm") { Description = "Only parcels that are late or lost." };
    private readonly Option<int> _limit = Parameters.Limit(50);

    public ParcelsListCommand(CliEnvironment environment)
        : base(environment, "list", "List parcels, those that stand longest where they are first.")
    {
        foreach (var option in new Option[] { _state, _dossier, _alarm, _limit }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var criteria = new ParcelCriteria
        {
            State = arguments.GetValue(_state),
            Dossier = arguments.GetValue(_dossier),
            WithAlarm = arguments.GetValue(_alarm),
            Limit = arguments.GetValue(_limit),
        };
        var parcels = await new ParcelLookup(work.Source).FindAsync(criteria, cancellationToken);
        var now = Environment.Time.GetUtcNow();
        return new Answer(new { parcels }, console =>
        {
            var table = Tables.Of("Bưu gửi", "Trạng thái", "Đã", "Hạn", "Cảnh báo", "Số hiệu", "Thu hộ", "Ghi chú");
            foreach (var parcel in parcels)
            {
                table.Row(
                    parcel.Parcel.Value, ParcelStateNames.Of(parcel.State), Tables.Span(now - parcel.Since), Tables.Time(parcel.Due), ParcelParameters.Of(parcel.Alarms),
                    parcel.ItemCode, parcel.Cash.IsPositive ? parcel.Cash.ToString() : null, parcel.Remark);
            }

            console.Write(table);
            console.Line(parcels.Count == criteria.Limit ? $"{parcels.Count} bưu gửi (đã đến giới hạn --limit)." : $"{parcels.Count} bưu gửi.");
        });
    }
}
