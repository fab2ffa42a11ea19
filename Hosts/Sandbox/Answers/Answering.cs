using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Answers;

/// <summary>Answers calls, as well or as badly as a fault has it.</summary>
internal sealed class Answering(TimeProvider time)
{
    /// <summary>Answers one call.</summary>
    public async Task AnswerAsync<TVisit>(HttpContext context, Fault? fault, TVisit visit)
        where TVisit : IVisit
    {
        HttpAnswer? answer;
        try
        {
            answer = fault is null ? visit.Act(null) : await MisbehaveAsync(context, fault, visit);
        }
        finally
        {
            visit.Leave();
        }

        if (answer is null) context.Abort();
        else await WriteAsync(context, answer, cut: fault?.Kind == FaultKind.CutInAnswer);
    }

    /// <summary>Writes an answer.</summary>
    public static async Task WriteAsync(HttpContext context, HttpAnswer answer, bool cut = false)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (answer.RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString();
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await answer.Body.WriteAsync(response.BodyWriter, cut ? answer.Body.Length / 2 : answer.Body.Length, context.RequestAborted);
        if (!cut) return;
        await response.BodyWriter.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    /// <summary>The answer; null when there is none and the connection is cut.</summary>
    private async Task<HttpAnswer?> MisbehaveAsync<TVisit>(HttpContext context, Fault fault, TVisit visit)
        where TVisit : IVisit
    {
        switch (fault.Kind)
        {
            case FaultKind.Slow:
                return await IsPatientAsync(context, fault.Delay) ? visit.Act(null) : null;
            case FaultKind.ServerError:
                return HttpAnswer.Page(fault.Status);
            case FaultKind.ServerErrorAfter:
                visit.Act(null);
                return HttpAnswer.Page(fault.Status);
            case FaultKind.TooMany:
                return HttpAnswer.Page(StatusCodes.Status429TooManyRequests, fault.RetryAfter);
            case FaultKind.TimeoutBefore:
                await IsPatientAsync(context, fault.Delay);
                return null;
            case FaultKind.TimeoutAfter or FaultKind.RefundTimeout:
                visit.Act(null);
                await IsPatientAsync(context, fault.Delay);
                return null;
            case FaultKind.CutBefore or FaultKind.Down:
                return null;
            case FaultKind.CutAfter:
                visit.Act(null);
                return null;
            case FaultKind.WrongJson:
                visit.Act(null);
                return HttpAnswer.Page(StatusCodes.Status200OK);
            case FaultKind.SuccessAsError:
                return visit.Act(null) with { Status = fault.Status };
            default:
                return visit.Act(fault.Kind);
        }
    }

    /// <summary>Whether the caller is still there after the delay.</summary>
    private async Task<bool> IsPatientAsync(HttpContext context, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, time, context.RequestAborted);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
