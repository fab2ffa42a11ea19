using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Parcels;

namespace DichVuCong.Cli.Commands.Parcels;

/// <summary><c>dvc parcels tracking</c>: how far the post's tracking is read.</summary>
internal sealed class ParcelTrackingCommand(CliEnvironment environment) : DvcCommand(environment, "tracking", "Show how far the post's tracking is read.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var customers = await new ParcelLookup(work.Source).TrackingAsync(cancellationToken);
        return new Answer(new { customers }, console =>
        {
            var table = Tables.Of("Mã khách hàng", "Đọc lần cuối", "Số sự kiện", "Con trỏ", "Ghi chú");
            foreach (var row in customers) table.Row(row.Customer, Tables.Time(row.ReadAt), Tables.Number(row.Events), row.Cursor, row.Remark);
            console.Write(table);
        });
    }
}
