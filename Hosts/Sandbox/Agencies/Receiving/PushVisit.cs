using System.Text;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Agencies.Receiving;

/// <summary>The portal hands a dossier over (<c>one-stop-and-portal-wire.md</c> 4.2).</summary>
internal sealed class PushVisit : IVisit
{
    private readonly AgencyDossier _dossier;
    private readonly DossierPush _push;
    private readonly ReadOnlyMemory<byte> _body;
    private readonly Intake _intake;

    /// <summary>The visit begins.</summary>
    public PushVisit(AgencyDossier dossier, DossierPush push, ReadOnlyMemory<byte> body, Intake intake)
    {
        (_dossier, _push, _body, _intake) = (dossier, push, body, intake);
        dossier.Enter();
    }

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        var style = AgencyStyles.Of(_dossier.System.Replies, fault);
        var code = _dossier.Code;
        if (fault == FaultKind.Refuse) return HttpAnswer.OfJson(AgencyReplies.Refused(style, code, "Hồ sơ không thuộc thẩm quyền giải quyết"));
        var isStored = _intake.Take(_dossier, _push, _body, storesAgain: fault == FaultKind.NoDuplicateCheck);
        if (fault == FaultKind.ExistsAsError) return HttpAnswer.OfJson(Encoding.UTF8.GetBytes($$"""{"error_code":-3,"message":"{{code}}| Hồ sơ đã tồn tại"}"""));
        return HttpAnswer.OfJson(isStored ? AgencyReplies.Stored(style, code) : AgencyReplies.AlreadyThere(style, code));
    }

    /// <inheritdoc/>
    public void Leave() => _dossier.Leave();
}
