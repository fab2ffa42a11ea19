using System.Text.Json;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>A call to a source of identity, whose answer is JSON with a status.</summary>
internal sealed class SignInVisit(Func<FaultKind?, (int Status, object Body)> answer) : IVisit
{
    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        var (status, body) = answer(fault);
        return HttpAnswer.OfJson(JsonSerializer.SerializeToUtf8Bytes(body)) with { Status = status };
    }
}
