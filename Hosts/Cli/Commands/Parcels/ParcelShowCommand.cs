using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Parcels;

namespace DichVuCong.Cli.Commands.Parcels;

/// <summary><c>dvc parcels show</c>: where a parcel stands, and everything that happened to it.</summary>
internal sealed class ParcelShowCommand : DvcCommand
{
    private readonly Argument<ParcelId> _parcel = ParcelParameters.Parcel();

    public ParcelShowCommand(CliEnvironment environment)
        : base(environment, "show", "Show a parcel: steps, and the post's events.") => Arguments.Add(_parcel);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var parcel = arguments.GetValue(_parcel);
        var lookup = new ParcelLookup(work.Source);
        var row = await lookup.FindAsync(parcel, cancellationToken) ?? throw CliProblemException.NotFound($"Không có bưu gửi {parcel}.");
        var moments = await lookup.MomentsAsync(row, cancellationToken);
        return new Answer(new { parcel = row, moments }, console =>
        {
            console.Line($"{row.Parcel} ({ParcelParameters.Of(row.Parcel.Kind)}): {ParcelStateNames.Of(row.State)} từ {Tables.Time(row.Since)}");
            console.Line($"Đơn {row.Order}, số hiệu {row.ItemCode ?? Tables.Nothing}, hạn {Tables.Time(row.Due)}, bưu chính báo lần cuối {Tables.Time(row.HeardAt)}");
            if (row.Cash.IsPositive) console.Line($"Thu hộ {row.Cash}");
            if (ParcelParameters.Of(row.Alarms) is { } alarms) console.Line($"Cảnh báo: {alarms}");
            if (row.Remark is { } remark) console.Line($"Ghi chú: {remark}");
            var table = Tables.Of("Lúc", "Việc", "Đơn", "Nội dung", "Ai, ở đâu");
            foreach (var moment in moments)
            {
                var what = moment.Step is { } step ? ParcelParameters.Of(step) : moment.State is { } state ? ParcelStateNames.Of(state) : $"mã {moment.Code} chưa có trong bảng";
                table.Row(Tables.Time(moment.At), what, moment.Order, moment.Text, moment.By);
            }

            console.Write(table);
        });
    }
}
