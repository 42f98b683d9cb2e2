// Where a page that failed is caught. Going to another address clears what failed.
import { Component, type ComponentType, type ReactNode } from 'react'

interface BoundaryProps {
  readonly address: string
  /** Shown in the place of what failed. */
  readonly Failure: ComponentType<{ readonly error: unknown }>
  readonly children: ReactNode
}

interface BoundaryState {
  readonly address: string
  readonly failed: { readonly error: unknown } | null
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { address: this.props.address, failed: null }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { failed: { error } }
  }

  static getDerivedStateFromProps({ address }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return address === state.address ? null : { address, failed: null }
  }

  override render(): ReactNode {
    const { Failure, children } = this.props
    const { failed } = this.state
    return failed === null ? children : <Failure error={failed.error} />
  }
}
