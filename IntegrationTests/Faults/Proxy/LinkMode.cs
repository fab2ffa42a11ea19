namespace DichVuCong.Faults.Proxy;

/// <summary>How a link behaves.</summary>
internal enum LinkMode
{
    /// <summary>Everything passes.</summary>
    Clear,

    /// <summary>Each piece passes after a while.</summary>
    Slow,

    /// <summary>Nothing is read; connections stay open, and new ones are taken and left alone.</summary>
    Stalled,

    /// <summary>Connections are reset, new ones too.</summary>
    Cut,

    /// <summary>The connections that stand lose their way to the server, whose side is closed; the client does not learn of it. New ones pass.</summary>
    HalfClosedAtServer,

    /// <summary>The connections that stand lose their way to the client, whose side is closed; the server does not learn of it. New ones pass.</summary>
    HalfClosedAtClient,
}
