namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>TraCuuTechID: the portal account of a person or an organisation (3).</summary>
public sealed class LookUpAccount : InboundRequest
{
    internal LookUpAccount(InboundEnvelope envelope, string number)
        : base(envelope) => Number = number;

    /// <summary>The tax code or personal number. Personal data.</summary>
    public string Number { get; }
}

/// <summary>LayThuTuc: one procedure (3.1).</summary>
public sealed class GetProcedure : InboundRequest
{
    internal GetProcedure(InboundEnvelope envelope, string maTTHC)
        : base(envelope) => MaTTHC = maTTHC;

    /// <summary>The procedure's code, as it came.</summary>
    public string MaTTHC { get; }
}

/// <summary>LayQDCB: a publishing decision (3).</summary>
public sealed class GetDecision : InboundRequest
{
    internal GetDecision(InboundEnvelope envelope, string idQDCB)
        : base(envelope) => IdQDCB = idQDCB;

    /// <summary>The decision's id, as it came.</summary>
    public string IdQDCB { get; }
}

/// <summary>LayDanhSachTTHC: all procedures (3).</summary>
public sealed class ListProcedures : InboundRequest
{
    internal ListProcedures(InboundEnvelope envelope)
        : base(envelope)
    {
    }
}

/// <summary>LayDVC: all online services (3).</summary>
public sealed class ListServices : InboundRequest
{
    internal ListServices(InboundEnvelope envelope)
        : base(envelope)
    {
    }
}

/// <summary>LayDanhMucCoQuan: all agencies (3).</summary>
public sealed class ListAgencies : InboundRequest
{
    internal ListAgencies(InboundEnvelope envelope)
        : base(envelope)
    {
    }
}

/// <summary>LayDanhMucLinhVuc: all sectors (3).</summary>
public sealed class ListSectors : InboundRequest
{
    internal ListSectors(InboundEnvelope envelope)
        : base(envelope)
    {
    }
}

/// <summary>LayDanhMucNhomThuTuc: all groups of procedures (3).</summary>
public sealed class ListProcedureGroups : InboundRequest
{
    internal ListProcedureGroups(InboundEnvelope envelope)
        : base(envelope)
    {
    }
}
