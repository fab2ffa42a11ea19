using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Partners;

namespace DichVuCong.Cli.Commands.Partners;

/// <summary><c>dvc partners list</c>: whose trouble it is.</summary>
internal sealed class PartnersListCommand(CliEnvironment environment) : DvcCommand(environment, "list", "List the partners: is it us, them or the network.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var partners = await work.Desk<PartnerBoard>().ListAsync(Environment.Person, cancellationToken);
        return new Answer(new { partners }, console =>
        {
            var table = Tables.Of("Đối tác", "Tình trạng", "Cầu dao", "Trả lời cuối", "Lỗi cuối", "Gọi (5 phút)", "Hỏng", "ms", "Chờ", "Chờ xử lý tay");
            foreach (var one in partners)
            {
                table.Row(
                    one.Partner, PartnerTexts.Of(one.Side), one.Circuit, Tables.Time(one.LastAnswer), Tables.Time(one.LastFault), Tables.Number(one.Calls),
                    Tables.Number(one.Failed), one.Average is { } average ? Tables.Number((long)average) : null, Tables.Number(one.Waiting + one.Later + one.Held),
                    Tables.Number(one.Parked));
            }

            console.Write(table);
        });
    }
}
