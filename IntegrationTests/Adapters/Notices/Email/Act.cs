namespace DichVuCong.Notices.Tests.Email;

/// <summary>What the fake mail server does at a step instead of the usual.</summary>
internal abstract record Act
{
    /// <summary>Hangs up without a word.</summary>
    public static Act HangUp { get; } = new HangUpAct();

    /// <summary>Says nothing until the test lets it go on as usual.</summary>
    public static Act Hold { get; } = new HoldAct();

    /// <summary>Says something else.</summary>
    public static Act Say(string reply) => new SayAct(reply);

    /// <summary>Says something, and hangs up.</summary>
    public static Act SayAndHangUp(string reply) => new SayAct(reply, Close: true);

    public sealed record HangUpAct : Act;

    public sealed record HoldAct : Act;

    public sealed record SayAct(string Reply, bool Close = false) : Act;
}
