namespace DichVuCong.Faults.Processes;

/// <summary>
/// Who listens where, all on this machine. The hosts are told the ports of the proxies: what they believe to be the Sandbox, the mail server
/// and the database are links.
/// </summary>
/// <param name="Base">The Gateway's; the Sandbox's are counted from it.</param>
internal sealed record Ports(int Base)
{
    /// <summary>The first port that the workers are told: from it they count the Sandbox's ports, and meet the links.</summary>
    public int WorkersBase => Base + 100;

    /// <summary>The Gateway.</summary>
    public int Gateway => Base;

    /// <summary>The Sandbox.</summary>
    public int Sandbox => Base + 2;

    /// <summary>The Sandbox's mail server.</summary>
    public int Mail => Base + 25;

    /// <summary>The link from the workers and the Gateway to the systems, the SMS provider and the portal's files.</summary>
    public int SystemsLink => WorkersBase + 2;

    /// <summary>The link from the workers to the mail server.</summary>
    public int MailLink => WorkersBase + 25;

    /// <summary>The link from the systems to the Gateway.</summary>
    public int SystemsToGateway => Base + 50;

    /// <summary>The link from the portal to the Gateway.</summary>
    public int PortalToGateway => Base + 51;

    /// <summary>The links from hosts to the database, in the order of the hosts.</summary>
    public int DatabaseLink(int host) => Base + 60 + host;
}
