using System.Collections.Frozen;
using System.Diagnostics;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.OneStop.LookUps;
using DichVuCong.Gateway.OneStop.Pushes;

namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>The services by what they ask for.</summary>
internal sealed class ServiceDesk(
    DossierSync dossiers, ProgressSync progress, StatusSync status, DossierQuestions dossierQuestions, AccountQuestions accountQuestions,
    CatalogueAnswers catalogue, PushDoor door, UnsupportedServices unsupported)
{
    private static readonly FrozenSet<string> Reads = new[]
    {
        OneStopServices.LookUpDossier, OneStopServices.LookUpAccount, OneStopServices.GetProcedure, OneStopServices.GetDecision,
        OneStopServices.ListProcedures, OneStopServices.ListServices, OneStopServices.ListAgencies, OneStopServices.ListSectors,
        OneStopServices.ListProcedureGroups,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a service may change something, as far as is known: such bodies are kept.</summary>
    public static bool Changes(string service) => !Reads.Contains(service);

    public Task<Answer> AnswerAsync(SystemCall call, InboundRequest request, CancellationToken cancellationToken) => request switch
    {
        SyncDossiers push => dossiers.AnswerAsync(call, push, cancellationToken),
        RecordProgress push => progress.AnswerAsync(call, push, cancellationToken),
        SyncStatus push => status.AnswerAsync(call, push, cancellationToken),
        LookUpDossier question => dossierQuestions.AnswerAsync(call, question, cancellationToken),
        LookUpAccount question => accountQuestions.AnswerAsync(call, question, cancellationToken),
        UnsupportedService unknown => RefuseAsync(call, unknown, cancellationToken),
        GetProcedure question => Task.FromResult(Answer.Of(CatalogueAnswers.Procedure(call, question.MaTTHC))),
        GetDecision question => Task.FromResult(Answer.Of(CatalogueAnswers.Decision(call, question.IdQDCB))),
        ListProcedures or ListServices or ListAgencies or ListSectors or ListProcedureGroups => Task.FromResult(Answer.Of(catalogue.List(call))),
        _ => throw new UnreachableException($"{request.GetType().Name} is no request of the contract."),
    };

    private async Task<Answer> RefuseAsync(SystemCall call, UnsupportedService request, CancellationToken cancellationToken)
    {
        const string Code = "envelope.service.unsupported";
        unsupported.Count(request.Name);
        await door.KeepAsync(call, Code, cancellationToken);
        return new Answer(FaultReplies.Unsupported(call.Style, request), Code, 1);
    }
}
