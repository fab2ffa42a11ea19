using DichVuCong.Gateway.Bodies;
using DichVuCong.Gateway.Problems;
using DichVuCong.Payments.Partners;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>
/// What of a partner's calls is let in: from its own networks, within its quota, and no larger than agreed. The network comes first, so that
/// strangers cannot use up a partner's quota.
/// </summary>
internal sealed class PartnerDoor(BodyReader bodies, CallbackQuota quota, ILogger<PartnerDoor> logger)
{
    /// <summary>A call that was let in, or why not.</summary>
    /// <param name="Body">Its body.</param>
    /// <param name="Refusal">The answer to who is not let in.</param>
    /// <param name="MustWait">Whether there is no room now: to be answered in the partner's own form.</param>
    public readonly record struct Call(ReadOnlyMemory<byte> Body, IResult? Refusal = null, bool MustWait = false);

    /// <summary>Lets a call in.</summary>
    /// <param name="partner">The partner's code, as it is logged.</param>
    /// <param name="door">What is agreed with it.</param>
    /// <param name="context">The call.</param>
    public async Task<Call> OpenAsync(string partner, CallbackDoor door, HttpContext context)
    {
        if (!door.Takes(context.Connection.RemoteIpAddress))
        {
            CallbackLog.NotAllowed(logger, partner);
            return new Call(default, Refusals.Forbidden("Địa chỉ gọi không thuộc danh sách đã đăng ký."));
        }

        if (!quota.TryTake(partner, door))
        {
            CallbackLog.OverQuota(logger, partner);
            return new Call(default, MustWait: true);
        }

        // What is too long is read to its end all the same, so that its sender gets an answer and not a broken connection.
        var query = context.Request.QueryString.Value?.Length ?? 0;
        var body = await bodies.ReadAsync(context);
        return body.Trouble switch
        {
            BodyTrouble.None when query + body.Bytes.Length > door.MaxBytes => TooLarge(door),
            BodyTrouble.None => new Call(body.Bytes),
            BodyTrouble.TooLarge => TooLarge(door),
            BodyTrouble.Encoded => new Call(default, Refusals.Encoded()),
            BodyTrouble.NoRoom => new Call(default, MustWait: true),
            _ => new Call(default, Refusals.Malformed("$", "Nội dung bị ngắt giữa chừng hoặc không đúng giao thức HTTP.")),
        };
    }

    private static Call TooLarge(CallbackDoor door) => new(default, new ProblemResult(new Problem
    {
        Code = "too-large",
        Title = "Nội dung gửi lên quá lớn",
        Status = StatusCodes.Status413PayloadTooLarge,
        Detail = $"Nội dung của đối tác này không được vượt quá {door.MaxBytes} byte.",
    }));
}
