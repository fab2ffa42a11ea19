using System.Globalization;
using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Gateway.OneStop.Pushes;
using DichVuCong.Registries.Dossiers;

namespace DichVuCong.Gateway.OneStop.LookUps;

/// <summary>TraCuuHoSo (2.8): whether the portal knows a dossier, and where it stands. An unknown one is an empty answer, no refusal.</summary>
internal sealed class DossierQuestions(DossierLookup dossiers, DossierContents contents)
{
    public async Task<Answer> AnswerAsync(SystemCall call, LookUpDossier question, CancellationToken cancellationToken)
    {
        if (!DossierCode.TryParse(question.MaHoSo, out var code) || await dossiers.FindAsync(code, cancellationToken) is not { } row)
        {
            return Answer.Of(AnswerReplies.LookUp(call.Style, dossier: null));
        }

        if (!KnownDossiers.IsOf(call, row)) return Answer.Refused(call, CallFaults.DossierNotYours(""));
        var content = await contents.FindAsync(code, revision: 0, cancellationToken);
        return Answer.Of(AnswerReplies.LookUp(call.Style, SummaryOf(call, row, content)));
    }

    private static DossierSummary SummaryOf(SystemCall call, DossierRow row, DossierContent? content)
    {
        var procedure = call.Index.FindProcedure(row.Procedure);
        return new DossierSummary
        {
            MaHoSo = row.Code.Value,
            MaTTHC = row.Procedure.Value,
            TenTTHC = content?.ProcedureName ?? procedure?.Name,
            MaLinhVuc = content?.SectorCode ?? procedure?.SectorCode,
            TenLinhVuc = content?.SectorName ?? procedure?.SectorName,
            LoaiDoiTuong = content is null ? null : ((int)content.Applicant.Kind).ToString(CultureInfo.InvariantCulture),
            TrangThaiHoSo = DossierStates.ToWire(row.State),
            HinhThuc = row.Channel == FilingChannel.Online ? "1" : "0",
            DonViXuLy = content?.AgencyName ?? (row.Agency is { } agency ? call.Index.Agencies.Find(agency)?.Name : null),
        };
    }
}
