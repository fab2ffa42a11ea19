namespace DichVuCong.Adapters.Email;

/// <summary>How an attempt to hand over a mail ended: with a reply, or with a fault.</summary>
/// <param name="Stage">How far it came.</param>
/// <param name="Reply">The server's reply, when that ended it.</param>
/// <param name="Fault">What else ended it.</param>
/// <param name="Detail">What our side's network or TLS says about the fault; nothing that the server wrote.</param>
internal readonly record struct SmtpEnd(SmtpStage Stage, SmtpReply? Reply, SmtpFault? Fault, string? Detail = null)
{
    /// <summary>Ended by the server's reply.</summary>
    public static SmtpEnd By(SmtpStage stage, SmtpReply reply) => new(stage, reply, Fault: null);

    /// <summary>Ended by a fault.</summary>
    public static SmtpEnd By(SmtpStage stage, SmtpFault fault, string? detail = null) => new(stage, Reply: null, fault, detail);

    /// <inheritdoc/>
    public override string ToString() =>
        Reply is { } reply ? $"{Stage}: {reply}"
        : Detail is null ? $"{Stage}: {Fault}"
        : $"{Stage}: {Fault}, {Detail}";
}
